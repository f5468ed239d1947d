package dev.annals.processor.model;

/**
 * What readers see of a service under one name: snapshots by key, which its read routes answer with and its snapshots topic
 * holds.
 *
 * @param service the service's name
 * @param name in paths, perhaps empty
 * @param topics the name in topics, which tells versions of a projection apart
 * @param values what the snapshot's components are made of
 * @param versions the former versions of the snapshot
 * @param kind what it is a view of
 */
public record View(
        String service,
        String name,
        String topics,
        KeyType key,
        RecordType snapshot,
        Values values,
        Versions versions,
        Kind kind) {

    /** What there is a view of. */
    public enum Kind {
        AGGREGATE,
        /** An aggregate that keeps its history. */
        AGGREGATE_WITH_HISTORY,
        PROJECTION
    }

    /** What readers see of an aggregate, in a domain without errors. */
    public static View of(Aggregate aggregate) {
        return new View(
                aggregate.service(),
                aggregate.name(),
                aggregate.name(),
                aggregate.key().orElseThrow().type(),
                aggregate.snapshot(),
                aggregate.values(),
                aggregate.versions(),
                aggregate.history() ? Kind.AGGREGATE_WITH_HISTORY : Kind.AGGREGATE);
    }

    public static View of(Projection projection) {
        int version = projection.version();
        return new View(
                projection.service(),
                projection.name(),
                version == 1 ? projection.name() : projection.name() + ".v" + version,
                projection.key(),
                projection.snapshot(),
                projection.values(),
                projection.versions(),
                Kind.PROJECTION);
    }

    public boolean isProjection() {
        return kind == Kind.PROJECTION;
    }

    public boolean hasHistory() {
        return kind == Kind.AGGREGATE_WITH_HISTORY;
    }

    /** What the paths of its routes start with: {@code /accounts}, or nothing. */
    public String path() {
        return name.isEmpty() ? "" : "/" + name;
    }

    /** {@code bank.accounts}. */
    public String fullName() {
        return topics.isEmpty() ? service : service + "." + topics;
    }

    /** What it is called among the views of its service, which of one without a name is the service's. */
    public String shortName() {
        return name.isEmpty() ? service : name;
    }
}
