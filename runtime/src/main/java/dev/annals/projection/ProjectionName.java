package dev.annals.projection;

import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where a projection stands, and what follows from it: its topics, its store, its path and its Kafka Streams application.
 *
 * @param service the service that keeps it
 * @param name its name within the service
 * @param version from 1 on; each version has topics, a store and an application of its own
 */
public record ProjectionName(String service, String name, int version) {

    /** Those of these that are new versions beside others. */
    public static Set<ProjectionName> replacements(Collection<ProjectionName> names) {
        return names.stream()
                .filter(name ->
                        names.stream().anyMatch(other -> other.name.equals(name.name) && other.version < name.version))
                .collect(Collectors.toUnmodifiableSet());
    }

    public String snapshotsTopic() {
        return this + ".snapshots";
    }

    public String deadLettersTopic() {
        return this + ".dead-letters";
    }

    /** The name of the state store. */
    public String store() {
        return version == 1 ? name : name + "-v" + version;
    }

    /** The Kafka Streams application id: apart from the service's, so that it starts at the beginning of what it reads. */
    public String applicationId() {
        return service + "-" + store();
    }

    /** What its routes start with: {@code /booksCards}, whatever the version. */
    public String path() {
        return "/" + name;
    }

    /** The CloudEvents source of its snapshots: {@code /catalog/booksCards}. */
    public String source() {
        return "/" + service + path();
    }

    @Override
    public String toString() {
        return service + "." + (version == 1 ? name : name + ".v" + version);
    }
}
