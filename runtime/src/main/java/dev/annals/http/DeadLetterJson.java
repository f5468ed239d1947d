package dev.annals.http;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/** A dead letter as a JSON object, for people. */
final class DeadLetterJson {

    private static final String STACK_TRACE = "__streams.errors.stacktrace";

    private final Optional<Function<byte @Nullable [], String>> describeCommand;

    /**
     * Writes dead letters.
     *
     * @param describeCommand says what a record's value is, where it is a command
     */
    DeadLetterJson(Optional<Function<byte @Nullable [], String>> describeCommand) {
        this.describeCommand = describeCommand;
    }

    static String id(ConsumerRecord<byte[], byte[]> letter) {
        return letter.partition() + "-" + letter.offset();
    }

    /**
     * Writes one.
     *
     * @param whole whether the stack trace and the record's bytes are shown
     */
    void write(JsonGenerator out, ConsumerRecord<byte[], byte[]> letter, boolean whole) throws IOException {
        Map<String, String> headers = headers(letter);
        out.writeStartObject();
        out.writeStringField("id", id(letter));
        out.writeStringField("messageId", headers.getOrDefault("annals.message.id", ""));
        out.writeStringField("stage", headers.getOrDefault("annals.stage", ""));
        out.writeStringField("exception", headers.getOrDefault("__streams.errors.exception", ""));
        out.writeStringField("message", headers.getOrDefault("__streams.errors.message", ""));
        out.writeStringField("time", Instant.ofEpochMilli(letter.timestamp()).toString());
        out.writeStringField(
                "place",
                "%s-%s@%s"
                        .formatted(
                                headers.get("__streams.errors.topic"),
                                headers.get("__streams.errors.partition"),
                                headers.get("__streams.errors.offset")));
        out.writeStringField("key", letter.key() == null ? null : new String(letter.key(), UTF_8));
        if (describeCommand.isPresent()) {
            out.writeStringField("command", describeCommand.get().apply(letter.value()));
        }
        if (whole) {
            writeBytes(out, letter, headers);
        }
        out.writeEndObject();
    }

    private static void writeBytes(
            JsonGenerator out, ConsumerRecord<byte[], byte[]> letter, Map<String, String> headers) throws IOException {
        out.writeStringField(
                "value", letter.value() == null ? null : Base64.getEncoder().encodeToString(letter.value()));
        out.writeObjectFieldStart("headers");
        for (Map.Entry<String, String> header : headers.entrySet()) {
            if (!header.getKey().equals(STACK_TRACE)) {
                out.writeStringField(header.getKey(), header.getValue());
            }
        }
        out.writeEndObject();
        out.writeStringField("stackTrace", headers.getOrDefault(STACK_TRACE, ""));
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> letter) {
        Map<String, String> headers = new TreeMap<>();
        for (Header header : letter.headers()) {
            headers.put(header.key(), header.value() == null ? "" : new String(header.value(), UTF_8));
        }
        return headers;
    }
}
