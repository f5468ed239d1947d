package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.RecordType;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The messages of one topic: the commands, the events, or the snapshots of an aggregate, or those of a projection.
 *
 * @param root the type that they have in common
 * @param records their shapes; for snapshots the root itself
 * @param unknown the shape of those that are not known, which have no schema
 * @param classPrefix what the names of classes generated for them start with: {@code AccountsEvent}
 * @param phrase what they are called together: {@code the events of bank.accounts}
 * @param article what one of them is called: {@code an event}
 */
record Messages(
        MessageOwner owner,
        ClassName root,
        List<RecordType> records,
        Optional<RecordType> unknown,
        String classPrefix,
        String phrase,
        String article) {

    static Messages commands(Aggregate aggregate) {
        return of(aggregate, aggregate.commands(), "Command");
    }

    /** The commands that callers may give. */
    static Messages offeredCommands(Aggregate aggregate) {
        Messages all = commands(aggregate);
        return new Messages(
                aggregate,
                all.root(),
                aggregate.commands().offered().stream().map(Leaf::record).toList(),
                Optional.empty(),
                all.classPrefix(),
                all.phrase(),
                all.article());
    }

    static Messages events(Aggregate aggregate) {
        return of(aggregate, aggregate.events(), "Event");
    }

    /** Events of another service, or commands for it. */
    static Messages of(External external) {
        return of(external, external.hierarchy(), external.isOfCommands() ? "Command" : "Event");
    }

    static Messages snapshots(MessageOwner owner) {
        RecordType snapshot = owner.snapshot();
        return new Messages(
                owner,
                snapshot.name(),
                List.of(snapshot),
                Optional.empty(),
                owner.prefix() + "Snapshot",
                "the snapshots of " + owner.fullName(),
                "a snapshot");
    }

    /** The schemas that they are written with, in the order of the records. */
    List<SchemaVersion> schemas() {
        return records.stream()
                .map(record -> MessageSchemas.current(owner, record))
                .toList();
    }

    /** The schemas of their former versions. */
    List<SchemaVersion> formerSchemas() {
        return records.stream()
                .flatMap(record -> MessageSchemas.former(owner, record).stream())
                .toList();
    }

    /** All shapes. */
    List<RecordType> withUnknown() {
        return Stream.concat(records.stream(), unknown.stream()).toList();
    }

    /** A class generated for these messages. */
    ClassName generated(String suffix) {
        return ClassName.get(owner.packageName(), classPrefix + suffix);
    }

    /** Whether one record is all that there is. */
    boolean isSingle() {
        return records.size() == 1 && records.get(0).name().equals(root);
    }

    private static Messages of(MessageOwner owner, Hierarchy hierarchy, String suffix) {
        return new Messages(
                owner,
                hierarchy.root(),
                hierarchy.known().stream().map(Leaf::record).toList(),
                hierarchy.unknown().map(Leaf::record),
                owner.prefix() + suffix,
                "the " + hierarchy.role().noun() + "s of " + owner.fullName(),
                hierarchy.role().article());
    }
}
