package dev.annals.processor.generate.jsonschema;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.UnionType;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import dev.annals.processor.model.View;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Which types a service's JSON is made of. */
final class DomainTypes {

    private DomainTypes() {}

    /** All of them, in the order of the source. */
    static List<ClassName> of(Service service) {
        List<ClassName> types = new ArrayList<>();
        for (Aggregate aggregate : service.aggregates()) {
            addAll(aggregate.commands().root(), aggregate.commands().offered(), types);
            addAll(aggregate.events().root(), aggregate.events().leaves(), types);
        }
        for (View view : service.views()) {
            types.add(view.snapshot().name());
            addAll(view.values(), types);
        }
        return types;
    }

    /** Those that are read: commands, and all that they hold. */
    static Set<ClassName> read(Service service) {
        Set<ClassName> read = new LinkedHashSet<>();
        for (Aggregate aggregate : service.aggregates()) {
            aggregate.commands().offered().forEach(leaf -> collect(leaf.record(), aggregate.values(), read));
        }
        return read;
    }

    private static void addAll(ClassName root, List<Leaf> leaves, List<ClassName> types) {
        types.add(root);
        leaves.forEach(leaf -> types.add(leaf.name()));
    }

    private static void addAll(Values values, List<ClassName> types) {
        Stream.of(values.records(), values.enums(), values.unions())
                .flatMap(declared -> declared.keySet().stream())
                .forEach(types::add);
    }

    private static void collect(RecordType record, Values values, Set<ClassName> found) {
        if (!found.add(record.name())) {
            return;
        }
        record.components().stream()
                .flatMap(component -> component.type().withParts().stream())
                .filter(ValueType.Named.class::isInstance)
                .map(type -> ((ValueType.Named) type).name())
                .flatMap(name -> records(name, values))
                .forEach(held -> collect(held, values, found));
    }

    /** The record of a name, or the leaves of a sealed interface. */
    private static Stream<RecordType> records(ClassName name, Values values) {
        UnionType union = values.unions().get(name);
        return union == null ? Stream.ofNullable(values.records().get(name)) : values.leaves(union).stream();
    }
}
