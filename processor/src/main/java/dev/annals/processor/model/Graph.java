package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Which of the values' types hold which others. */
record Graph(Values values) {

    static Graph of(Values values) {
        return new Graph(values);
    }

    /** All types that a value of this one can hold, at any depth. */
    Set<ClassName> reachable(ClassName from) {
        Set<ClassName> found = new LinkedHashSet<>();
        collect(from, found);
        return found;
    }

    private void collect(ClassName from, Set<ClassName> found) {
        for (ClassName name : held(from)) {
            if (found.add(name)) {
                collect(name, found);
            }
        }
    }

    private List<ClassName> held(ClassName from) {
        UnionType union = values.unions().get(from);
        if (union != null) {
            return union.leaves();
        }
        RecordType record = values.records().get(from);
        return record == null
                ? List.of()
                : record.components().stream()
                        .flatMap(component -> component.type().withParts().stream())
                        .flatMap(type -> name(type).stream())
                        .toList();
    }

    /** How deep the smallest values of records and sealed interfaces are; those of which there can be none are missing. */
    Map<ClassName, Integer> depths() {
        Map<ClassName, Integer> depths = new HashMap<>();
        int depth = 0;
        while (addDepth(depth, depths)) {
            depth++;
        }
        return depths;
    }

    /** Adds the types that need none but those which are known already. */
    private boolean addDepth(int depth, Map<ClassName, Integer> depths) {
        Set<ClassName> known = new HashSet<>(depths.keySet());
        values.records().values().stream()
                .filter(record -> record.components().stream()
                        .flatMap(component -> name(component.type()).stream())
                        .allMatch(name -> known.contains(name) || values.enums().containsKey(name)))
                .forEach(record -> depths.putIfAbsent(record.name(), depth));
        values.unions().values().stream()
                .filter(union -> union.leaves().stream().anyMatch(known::contains))
                .forEach(union -> depths.putIfAbsent(union.name(), depth));
        return depths.size() > known.size();
    }

    private static Set<ClassName> name(ValueType type) {
        if (type instanceof ValueType.RecordValue value) {
            return Set.of(value.name());
        } else if (type instanceof ValueType.UnionValue value) {
            return Set.of(value.name());
        } else if (type instanceof ValueType.EnumValue value) {
            return Set.of(value.name());
        }
        return Set.of();
    }
}
