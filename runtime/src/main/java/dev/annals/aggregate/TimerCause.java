package dev.annals.aggregate;

import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;

/**
 * What led to a timer: its value in the store, a line each.
 *
 * @param correlationId of the command that set it; empty where none did, as of the next two
 * @param causationId its id
 * @param hops how often event and command had led to each other
 * @param isReported whether there is a dead letter of it already
 */
record TimerCause(String correlationId, String causationId, String hops, boolean isReported) {

    /** Of a timer that no command has set. */
    static final TimerCause NONE = new TimerCause("", "", "", false);

    private static final String REPORTED = "reported";

    static TimerCause of(byte[] value) {
        String[] lines = new String(value, StandardCharsets.UTF_8).split("\n", -1);
        return new TimerCause(
                line(lines, 0), line(lines, 1), line(lines, 2), line(lines, 3).equals(REPORTED));
    }

    byte[] toBytes() {
        return String.join("\n", correlationId, causationId, hops, isReported ? REPORTED : "")
                .getBytes(StandardCharsets.UTF_8);
    }

    TimerCause reported() {
        return new TimerCause(correlationId, causationId, hops, true);
    }

    /** Adds what the command that is due carries on. */
    void addTo(Headers headers) {
        add(headers, MessageHeaders.CORRELATION_ID, correlationId);
        add(headers, MessageHeaders.CAUSATION_ID, causationId);
        add(headers, MessageHeaders.HOPS, hops);
    }

    private static void add(Headers headers, String name, String value) {
        if (!value.isEmpty()) {
            headers.add(name, MessageHeaders.bytes(value));
        }
    }

    private static String line(String[] lines, int index) {
        return index < lines.length ? lines[index] : "";
    }
}
