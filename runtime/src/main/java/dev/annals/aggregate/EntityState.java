package dev.annals.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * What the store holds of an entity.
 *
 * @param version the number of events that the state has taken in; goes on counting when the key is used again after a
 *     deletion, so that a version never stands for two states
 * @param snapshot the state; null where there never was an entity of this key, or where it was deleted
 */
public record EntityState<S>(long version, @Nullable S snapshot) {

    /** The version as callers see it: 0 where there is no entity. */
    long visibleVersion() {
        return snapshot == null ? 0 : version;
    }

    public static <S> EntityState<S> none() {
        return new EntityState<>(0, null);
    }
}
