package dev.annals.rebuild;

import java.time.Instant;

/**
 * An event that could not be taken in.
 *
 * @param place its topic, partition and offset: {@code catalog.books.events-3@42}
 * @param type its CloudEvents type
 * @param key of its entity, for people to read
 * @param time of its record
 * @param reason why it could not be taken in
 */
public record Problem(String place, String type, String key, Instant time, String reason) {

    @Override
    public String toString() {
        return "%s, a %s of %s at %s: %s".formatted(place, type, key, time, reason);
    }
}
