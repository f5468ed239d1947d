package dev.annals.aggregate;

/** Takes note of the commands of one aggregate, once they are committed. Used by several threads. */
public interface CommandMetrics {

    /** Takes no note. */
    CommandMetrics NONE = new CommandMetrics() {
        @Override
        public void count(Result result, int commands) {}

        @Override
        public void countDeadLetters(Outcome.Stage stage, int commands) {}

        @Override
        public void time(long nanos) {}
    };

    /** What became of a command. */
    enum Result {
        /** It led to events, or to none, and was accepted. */
        RECORDED,
        /** It led to an event that is a failure. */
        REFUSED,
        /** The domain rejected it, and nothing was recorded. */
        REJECTED,
        /** Its condition did not hold. */
        CONDITION_FAILED,
        /** It is a dead letter. */
        FAILED,
        /** It had been decided before. */
        REPEATED
    }

    /** So many commands came to this. */
    void count(Result result, int commands);

    /** So many of them became dead letters at this stage. */
    void countDeadLetters(Outcome.Stage stage, int commands);

    /** The time of one command, from when it was taken up until it was committed. */
    void time(long nanos);
}
