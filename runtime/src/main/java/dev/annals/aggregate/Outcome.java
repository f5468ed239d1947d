package dev.annals.aggregate;

import dev.annals.Decision;
import java.util.List;

/**
 * What became of a command, as its caller learns it once the transaction that holds it has committed.
 *
 * @param <E> the sealed interface of the aggregate's events
 */
public sealed interface Outcome<E> {

    String messageId();

    /**
     * The command led to these events.
     *
     * @param refused whether one of them is a failure
     * @param version the entity's version after them; 0 where there is no entity
     */
    record Recorded<E>(String messageId, List<E> events, boolean refused, long version) implements Outcome<E> {}

    /** The domain refused the command, and nothing was recorded. */
    record Rejected<E>(String messageId, Decision.Reason reason, String code, String detail, long version)
            implements Outcome<E> {}

    /**
     * The entity was not of a version that the command is to be decided on, and nothing was decided.
     *
     * @param version the entity's; 0 where there is none
     */
    record ConditionFailed<E>(String messageId, long version) implements Outcome<E> {}

    /**
     * The command could not be processed, and is in the dead-letter topic.
     *
     * @param stage what failed
     * @param detail what it said, for the log; not for callers
     */
    record Failed<E>(String messageId, Stage stage, String detail) implements Outcome<E> {}

    /** A step in the processing of a command. */
    enum Stage {
        /** The record was not a command of this aggregate. */
        READ,
        /** The command's id has been used for another one. */
        IDENTIFY,
        /** The domain's {@code decide} or {@code evolve} threw. */
        DECIDE,
        /** What came of the command could not be written. */
        WRITE
    }
}
