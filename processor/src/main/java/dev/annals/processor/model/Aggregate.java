package dev.annals.processor.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * An annotated snapshot record and all that belongs to it.
 *
 * @param service the annotation's service
 * @param name the annotation's name, perhaps empty
 * @param hasInitial whether there is an {@code initial()}
 * @param history whether its events are kept by key
 * @param deadlines the methods that say what is due of a state
 * @param key the key of its commands; empty where the domain is wrong about it
 * @param versions the former versions of its messages
 */
public record Aggregate(
        String service,
        String name,
        RecordType snapshot,
        boolean hasInitial,
        boolean history,
        Handlers deciders,
        Handlers evolvers,
        List<DeadlineMethod> deadlines,
        Optional<Key> key,
        Values values,
        Versions versions,
        Location location,
        Location serviceLocation,
        Location nameLocation)
        implements MessageOwner {

    public Aggregate {
        deadlines = List.copyOf(deadlines);
    }

    public Hierarchy commands() {
        return deciders.hierarchy();
    }

    public Hierarchy events() {
        return evolvers.hierarchy();
    }

    /** Its commands, events and snapshot. */
    @Override
    public List<RecordType> messages() {
        Stream<RecordType> leaves = Stream.of(commands(), events())
                .flatMap(hierarchy -> hierarchy.known().stream())
                .map(Hierarchy.Leaf::record);
        return Stream.concat(leaves, Stream.of(snapshot)).toList();
    }

    @Override
    public String fullName() {
        return name.isEmpty() ? service : service + "." + name;
    }

    @Override
    public String storeName() {
        return name.isEmpty() ? service : name;
    }
}
