package dev.annals.processor.model;

/**
 * What readers see of a service under one name: snapshots by key, which its read routes answer with and its snapshots topic
 * holds.
 *
 * @param service the service's name
 * @param name in paths and topics, perhaps empty
 * @param values what the snapshot's components are made of
 * @param versions the former versions of the snapshot
 */
public record View(String service, String name, KeyType key, RecordType snapshot, Values values, Versions versions) {

    /** What readers see of an aggregate, in a domain without errors. */
    public static View of(Aggregate aggregate) {
        return new View(
                aggregate.service(),
                aggregate.name(),
                aggregate.key().orElseThrow().type(),
                aggregate.snapshot(),
                aggregate.values(),
                aggregate.versions());
    }

    /** What the paths of its routes start with: {@code /accounts}, or nothing. */
    public String path() {
        return name.isEmpty() ? "" : "/" + name;
    }

    /** {@code bank.accounts}. */
    public String fullName() {
        return name.isEmpty() ? service : service + "." + name;
    }

    /** What it is called among the views of its service, which of one without a name is the service's. */
    public String shortName() {
        return name.isEmpty() ? service : name;
    }
}
