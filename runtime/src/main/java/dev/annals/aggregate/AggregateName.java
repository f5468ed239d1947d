package dev.annals.aggregate;

/**
 * Where an aggregate stands, and what follows from it: its topics, its store, its path and its CloudEvents source.
 *
 * @param service the service it belongs to
 * @param name its name within the service; empty for the only aggregate of a service that is named like it
 */
public record AggregateName(String service, String name) {

    public String commandsTopic() {
        return topic("commands");
    }

    public String eventsTopic() {
        return topic("events");
    }

    public String snapshotsTopic() {
        return topic("snapshots");
    }

    public String deadLettersTopic() {
        return topic("dead-letters");
    }

    /** The name of the state store, and the last part of its changelog topic's name. */
    public String store() {
        return name.isEmpty() ? service : name;
    }

    /** The name of the store of outcomes that are kept for those who ask again. */
    public String outcomesStore() {
        return store() + "-outcomes";
    }

    /** The name of the store of events by key, where there is one. */
    public String historyStore() {
        return store() + "-history";
    }

    /** The name of the store of timers, where there is one. */
    public String deadlinesStore() {
        return store() + "-deadlines";
    }

    /** What the aggregate's routes start with: {@code /accounts}, or nothing. */
    public String path() {
        return name.isEmpty() ? "" : "/" + name;
    }

    /** The CloudEvents source of its messages: {@code /bank/accounts}. */
    public String source() {
        return "/" + service + path();
    }

    @Override
    public String toString() {
        return name.isEmpty() ? service : service + "." + name;
    }

    private String topic(String content) {
        return this + "." + content;
    }
}
