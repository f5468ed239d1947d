package dev.annals.aggregate;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * On which versions of its entity a request is to be carried out: HTTP's {@code If-Match} and {@code If-None-Match}, and the
 * Kafka headers that say the same.
 *
 * @param ifMatch the text of the one, or null
 * @param ifNoneMatch the text of the other, or null
 */
public record Condition(@Nullable String ifMatch, @Nullable String ifNoneMatch) {

    /** Holds on any version. */
    public static final Condition NONE = new Condition(null, null);

    /**
     * The condition that these headers set.
     *
     * @throws IllegalArgumentException when one of them is malformed; the message begins with its name
     */
    public static Condition of(@Nullable String ifMatch, @Nullable String ifNoneMatch) {
        if (ifMatch == null && ifNoneMatch == null) {
            return NONE;
        }
        parse("If-Match", ifMatch);
        parse("If-None-Match", ifNoneMatch);
        return new Condition(ifMatch, ifNoneMatch);
    }

    /**
     * Whether it holds.
     *
     * @param version of the entity; 0 where there is none
     */
    public boolean holds(long version) {
        return matches(version) && isNew(version);
    }

    /** Whether {@code If-Match} holds. */
    public boolean matches(long version) {
        EntityTags tags = parse("If-Match", ifMatch);
        return tags == null || tags.matchStrongly(version);
    }

    /** Whether {@code If-None-Match} holds: none of its tags is the entity's. */
    public boolean isNew(long version) {
        EntityTags tags = parse("If-None-Match", ifNoneMatch);
        return tags == null || !tags.matchWeakly(version);
    }

    /** Whether the other one holds wherever this does: written otherwise, perhaps, as proxies and clients will. */
    boolean means(Condition other) {
        return Objects.equals(parse("If-Match", ifMatch), parse("If-Match", other.ifMatch))
                && Objects.equals(parse("If-None-Match", ifNoneMatch), parse("If-None-Match", other.ifNoneMatch));
    }

    private static @Nullable EntityTags parse(String header, @Nullable String text) {
        try {
            return text == null ? null : EntityTags.parse(text);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(header + " " + e.getMessage(), e);
        }
    }
}
