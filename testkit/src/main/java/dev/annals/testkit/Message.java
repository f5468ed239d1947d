package dev.annals.testkit;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record of a topic as a test looks at it.
 *
 * @param value the event or the snapshot; null for the tombstone of a deleted entity
 * @param headers by name, as text; of several with one name the last
 */
public record Message<K, T>(K key, @Nullable T value, Map<String, String> headers) {

    public Message {
        headers = Map.copyOf(headers);
    }
}
