package dev.annals.aggregate;

import dev.annals.Decision;
import org.jspecify.annotations.Nullable;

/** What generated code does where there is no entity and one is needed, or there is one and none is expected. */
public final class Existence {

    private Existence() {}

    /** Rejects a command that needs an entity. */
    public static <E> Decision<E> notFound(String key) {
        return new Decision.Rejected<>(
                Decision.Reason.NOT_FOUND, "not-found", "There is no entity with the key \"" + key + "\"");
    }

    /** Rejects a command that creates an entity. */
    public static <E> Decision<E> alreadyExists(String key) {
        return new Decision.Rejected<>(
                Decision.Reason.ALREADY_EXISTS,
                "already-exists",
                "There is an entity with the key \"" + key + "\" already");
    }

    /**
     * The state that an event changes.
     *
     * @throws IllegalStateException when there is none
     */
    public static <S> S require(@Nullable S state, Object event) {
        if (state == null) {
            throw new IllegalStateException(event.getClass().getSimpleName()
                    + " changes an entity, and there is none: the evolve method that creates one must be static");
        }
        return state;
    }

    /**
     * Lets an event create an entity.
     *
     * @throws IllegalStateException when there is one
     */
    public static void requireNone(@Nullable Object state, Object event) {
        if (state != null) {
            throw new IllegalStateException(event.getClass().getSimpleName()
                    + " creates an entity, and there is one: the evolve method that changes one must not be static");
        }
    }
}
