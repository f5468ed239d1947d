package trouble;

import dev.annals.Key;

/** What can be asked of a case. */
sealed interface Request {

    @Key
    String id();

    /** There must be none. */
    record OpenCase(String id) implements Request {}

    /** Leads to so many events. */
    record NoteCase(String id, int times) implements Request {}

    /** Is against the rules. */
    record RefuseCase(String id) implements Request {}

    /** Throws. */
    record BreakCase(String id) implements Request {}

    /** Throws as long as what it needs is broken. */
    record MendCase(String id) implements Request {}

    /** Leads to an event that is larger than Kafka takes. */
    record BloatCase(String id) implements Request {}

    /** Is not decided before {@link Gate#open()}. */
    record WaitCase(String id) implements Request {}

    /** Leads to an event with a time of day that has more digits than are kept. */
    record DateCase(String id) implements Request {}

    /** Deletes it. */
    record CloseCase(String id) implements Request {}
}
