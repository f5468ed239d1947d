package dev.annals.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as it lies there.
 *
 * @param headers by name, as text; of several with one name the last
 */
@SuppressWarnings("ArrayRecordComponent") // To be looked at, not compared.
public record RawMessage(byte @Nullable [] key, byte @Nullable [] value, Map<String, String> headers) {

    public RawMessage {
        headers = Map.copyOf(headers);
    }

    static RawMessage of(byte @Nullable [] key, byte @Nullable [] value, Headers headers) {
        Map<String, String> byName = new HashMap<>();
        headers.forEach(header -> byName.put(header.key(), new String(header.value(), UTF_8)));
        return new RawMessage(key, value, byName);
    }

    Headers kafkaHeaders() {
        Headers all = new RecordHeaders();
        headers.forEach((name, text) -> all.add(name, text.getBytes(UTF_8)));
        return all;
    }
}
