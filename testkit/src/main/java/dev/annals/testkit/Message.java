package dev.annals.testkit;

import java.util.Map;

/**
 * A record of a topic as a test looks at it.
 *
 * @param headers by name, as text; of several with one name the last
 */
public record Message<K, T>(K key, T value, Map<String, String> headers) {

    public Message {
        headers = Map.copyOf(headers);
    }
}
