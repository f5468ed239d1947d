package dev.annals.rebuild;

/**
 * An entity that was not what its events say.
 *
 * @param key for people to read
 * @param before what was there
 * @param after what its events say
 */
public record Difference(String key, String before, String after) {

    @Override
    public String toString() {
        return "%s: was %s; is %s".formatted(key, before, after);
    }
}
