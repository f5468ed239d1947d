package dev.annals.aggregate;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * The headers of all messages: those of the <a
 * href="https://github.com/cloudevents/spec/blob/v1.0.2/cloudevents/bindings/kafka-protocol-binding.md">CloudEvents 1.0
 * binding for Kafka</a> in binary mode, with the extensions for sequence, correlation and causation.
 */
public final class MessageHeaders {

    public static final String SPEC_VERSION = "ce_specversion";
    public static final String ID = "ce_id";
    public static final String TYPE = "ce_type";
    public static final String SOURCE = "ce_source";
    public static final String TIME = "ce_time";
    public static final String SUBJECT = "ce_subject";

    /** The entity's version after this event; failures have none. */
    public static final String SEQUENCE = "ce_sequence";

    public static final String CORRELATION_ID = "ce_correlationid";
    public static final String CAUSATION_ID = "ce_causationid";
    /**
     * Who asked for it, as the caller has proven; of the extension <a
     * href="https://github.com/cloudevents/spec/blob/main/cloudevents/extensions/authcontext.md">Auth Context</a>.
     */
    public static final String AUTH_ID = "ce_authid";

    /** The attempt under which a caller waits; where it equals the message's id, there can be no other with that id. */
    public static final String REQUEST = "annals.request";

    /** On which versions of its entity a command is to be decided, in the words of HTTP's header. */
    public static final String IF_MATCH = "annals.if-match";

    /** On which versions it is not. */
    public static final String IF_NONE_MATCH = "annals.if-none-match";

    /** Of a command that was a dead letter and is sent again: it is decided again where its kept outcome is a failure. */
    public static final String RESENT = "annals.resent";

    /** Of a command that was due: when, and by which deadline. It is decided where the entity has that deadline still. */
    public static final String DEADLINE = "annals.deadline";

    /** How often event and command have led to each other, up to this message; none where nobody has reacted yet. */
    public static final String HOPS = "annals.hops";

    public static final String CONTENT_TYPE = "content-type";
    public static final String TRACE_PARENT = "traceparent";

    /** Shared, and not to be changed. */
    public static final byte[] SPEC_VERSION_VALUE = bytes("1.0");
    /** Shared, and not to be changed. */
    public static final byte[] CONTENT_TYPE_VALUE = bytes("application/avro");

    /** What the ids of messages start with that the engine gives, and no caller. */
    public static final String GENERATED_ID = "annals:";

    private MessageHeaders() {}

    /** The headers that say what a message comes from. */
    public static Headers ofChain(String correlationId, String causationId, int hops) {
        return new RecordHeaders()
                .add(CORRELATION_ID, bytes(correlationId))
                .add(CAUSATION_ID, bytes(causationId))
                .add(HOPS, bytes(Integer.toString(hops)));
    }

    /**
     * The headers that every command has, whoever gives it.
     *
     * @param time in milliseconds since 1970
     */
    public static Headers ofCommand(String id, String typeName, String source, long time, String subject) {
        return new RecordHeaders()
                .add(SPEC_VERSION, SPEC_VERSION_VALUE)
                .add(CONTENT_TYPE, CONTENT_TYPE_VALUE)
                .add(ID, bytes(id))
                .add(TYPE, bytes(typeName))
                .add(SOURCE, bytes(source))
                .add(TIME, bytes(Instant.ofEpochMilli(time).toString()))
                .add(SUBJECT, bytes(subject));
    }

    /** The last value of a header as text, or null where there is none. */
    public static @Nullable String text(Headers headers, String name) {
        byte[] value = value(headers, name);
        return value == null ? null : new String(value, StandardCharsets.UTF_8);
    }

    static byte @Nullable [] value(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? null : header.value();
    }

    /** A header's value. */
    public static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
