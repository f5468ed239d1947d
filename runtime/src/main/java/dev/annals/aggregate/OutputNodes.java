package dev.annals.aggregate;

/**
 * The names that a generated topology gives to an aggregate's sinks, which its processor forwards to.
 *
 * @param events the sink of the events topic
 * @param snapshots the sink of the snapshots topic
 * @param deadLetters the sink of the dead-letter topic
 * @param deadlines the sink of commands that are due, where the aggregate has deadlines
 */
record OutputNodes(String events, String snapshots, String deadLetters, String deadlines) {

    static OutputNodes of(AggregateName name) {
        String prefix = name.store();
        return new OutputNodes(
                prefix + "-events", prefix + "-snapshots", prefix + "-dead-letters", prefix + "-deadlines");
    }
}
