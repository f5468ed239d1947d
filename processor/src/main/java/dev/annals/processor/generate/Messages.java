package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.RecordType;
import java.util.List;

/**
 * The messages of one topic: the commands, the events, or the snapshots of an aggregate.
 *
 * @param root the type that they have in common
 * @param records their shapes; for snapshots the root itself
 * @param classPrefix what the names of classes generated for them start with: {@code AccountsEvent}
 * @param phrase what they are called together: {@code the events of bank.accounts}
 * @param article what one of them is called: {@code an event}
 */
record Messages(
        Aggregate aggregate,
        ClassName root,
        List<RecordType> records,
        String classPrefix,
        String phrase,
        String article) {

    static Messages commands(Aggregate aggregate) {
        return of(aggregate, aggregate.commands(), "Command");
    }

    static Messages events(Aggregate aggregate) {
        return of(aggregate, aggregate.events(), "Event");
    }

    static Messages snapshots(Aggregate aggregate) {
        RecordType snapshot = aggregate.snapshot();
        return new Messages(
                aggregate,
                snapshot.name(),
                List.of(snapshot),
                aggregate.prefix() + "Snapshot",
                "the snapshots of " + aggregate.fullName(),
                "a snapshot");
    }

    /** A class generated for these messages. */
    ClassName generated(String suffix) {
        return ClassName.get(aggregate.packageName(), classPrefix + suffix);
    }

    /** Whether one record is all that there is. */
    boolean isSingle() {
        return records.size() == 1 && records.get(0).name().equals(root);
    }

    private static Messages of(Aggregate aggregate, Hierarchy hierarchy, String suffix) {
        return new Messages(
                aggregate,
                hierarchy.root(),
                hierarchy.leaves().stream().map(Leaf::record).toList(),
                aggregate.prefix() + suffix,
                "the " + hierarchy.role().noun() + "s of " + aggregate.fullName(),
                hierarchy.role().article());
    }
}
