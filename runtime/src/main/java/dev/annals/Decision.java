package dev.annals;

import java.util.List;
import java.util.Objects;

/**
 * What {@code decide} may return where one event is not enough: events to record, or a rejection that records nothing.
 *
 * @param <E> the sealed interface of the aggregate's events
 */
public sealed interface Decision<E> {

    /** Records these events, in this order and in one transaction; none is allowed. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    static <E> Decision<E> accept(E... events) {
        return new Accepted<>(List.of(events));
    }

    /** Records these events, in this order and in one transaction; none is allowed. */
    static <E> Decision<E> accept(List<? extends E> events) {
        return new Accepted<>(List.copyOf(events));
    }

    /**
     * Records nothing; an HTTP caller gets 422 with both.
     *
     * @param code a short, stable name of the rule that was broken, for programs
     * @param detail what was wrong with this command, for people
     */
    static <E> Decision<E> reject(String code, String detail) {
        return new Rejected<>(Reason.RULE, code, detail);
    }

    /** The events that the command leads to. */
    record Accepted<E>(List<E> events) implements Decision<E> {
        public Accepted {
            events = List.copyOf(events);
        }
    }

    /** The refusal of a command; nothing is recorded. */
    record Rejected<E>(Reason reason, String code, String detail) implements Decision<E> {
        public Rejected {
            Objects.requireNonNull(reason, "reason");
            Objects.requireNonNull(code, "code");
            Objects.requireNonNull(detail, "detail");
        }
    }

    /** What a rejection rests on. */
    enum Reason {
        /** A rule of the domain: HTTP 422. */
        RULE,
        /** The command needs an entity, and there is none: HTTP 404. */
        NOT_FOUND,
        /** The command creates an entity, and there is one: HTTP 409. */
        ALREADY_EXISTS
    }
}
