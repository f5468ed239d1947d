package dev.annals.aggregate;

import static dev.annals.aggregate.MessageHeaders.bytes;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * The headers that say why a record was set aside: those that Kafka Streams itself gives its dead letters (<a
 * href="https://cwiki.apache.org/confluence/display/KAFKA/KIP-1034">KIP-1034</a>), and {@code annals.stage} and {@code
 * annals.message.id} of our own.
 */
public final class DeadLetterHeaders {

    static final String PREFIX = "__streams.errors.";
    static final String MESSAGE_ID = "annals.message.id";
    static final String OMITTED = "annals.omitted";

    private static final String STAGE = "annals.stage";
    private static final Set<String> OWN = Set.of(MESSAGE_ID, OMITTED, STAGE);
    private static final int LONGEST_TEXT = 4_000;

    /** Below the 2 MiB that the topic and the producer are set to. */
    private static final RecordLimit LIMIT = new RecordLimit(2_000_000);

    private DeadLetterHeaders() {}

    /**
     * The headers of a record, and those that say why it is set aside.
     *
     * @param topic where it lies, with the partition and the offset; null where it failed because it was time, and on no record
     * @param stage what was done with it when it failed
     */
    public static Headers of(
            Headers headers, @Nullable String topic, int partition, long offset, String stage, Throwable cause) {
        Headers own = new RecordHeaders(headers)
                .add(PREFIX + "exception", bytes(cause.getClass().getName()))
                .add(PREFIX + "message", bytes(cut(String.valueOf(cause.getMessage()))))
                .add(PREFIX + "stacktrace", bytes(cut(stackTrace(cause))))
                .add(STAGE, bytes(stage));
        if (topic != null) {
            own.add(PREFIX + "topic", bytes(topic))
                    .add(PREFIX + "partition", bytes(Integer.toString(partition)))
                    .add(PREFIX + "offset", bytes(Long.toString(offset)));
        }
        return own;
    }

    /** What is too large even for the dead-letter topic stays where it is, and its headers say where that is. */
    public static ProducerRecord<byte[], byte[]> writable(ProducerRecord<byte[], byte[]> record) {
        return LIMIT.allows(record) ? record : withoutContent(record);
    }

    /** The same dead letter, without what it is about. */
    public static ProducerRecord<byte[], byte[]> withoutContent(ProducerRecord<byte[], byte[]> record) {
        return new ProducerRecord<>(
                record.topic(), null, record.timestamp(), null, null, withoutContent(record.headers()));
    }

    static Record<byte[], byte[]> writable(Record<byte[], byte[]> record) {
        return LIMIT.allows(record)
                ? record
                : new Record<>(null, null, record.timestamp(), withoutContent(record.headers()));
    }

    /** Whether a header says why a record is a dead letter, and is not the record's own. */
    static boolean isOwn(String header) {
        return header.startsWith(PREFIX) || OWN.contains(header);
    }

    static String cut(String text) {
        return text.length() <= LONGEST_TEXT ? text : text.substring(0, LONGEST_TEXT);
    }

    private static Headers withoutContent(Headers headers) {
        Headers own = new RecordHeaders();
        for (Header header : headers) {
            if (isOwn(header.key())) {
                own.add(header);
            }
        }
        return own.add(OMITTED, bytes("key, value and headers"));
    }

    private static String stackTrace(Throwable cause) {
        StringWriter text = new StringWriter();
        cause.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
