package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/** The records and enums that the components of an aggregate's messages are made of, in the order of their first use. */
public record Values(Map<ClassName, RecordType> records, Map<ClassName, EnumType> enums) {

    public Values {
        records = new LinkedHashMap<>(records);
        enums = new LinkedHashMap<>(enums);
    }

    public RecordType record(ClassName name) {
        return Objects.requireNonNull(records.get(name), name::toString);
    }

    public EnumType enumType(ClassName name) {
        return Objects.requireNonNull(enums.get(name), name::toString);
    }

    public boolean isEmpty() {
        return records.isEmpty() && enums.isEmpty();
    }

    /** Whether a record is written as its only component; not where that would be endless, or absent in two ways. */
    public boolean isBare(RecordType record) {
        if (record.components().size() != 1 || isRecursive(record.name())) {
            return false;
        }
        ValueType only = record.components().get(0).type();
        return !(only instanceof ValueType.NullableOf) && !(only instanceof ValueType.OptionalOf);
    }

    /**
     * What the methods for a type are called after: its simple name; where two share that, with the types around it; where
     * that is not enough, with its package.
     */
    public String label(ClassName name) {
        return Stream.<Function<ClassName, String>>of(ClassName::simpleName, Values::withTypesAround)
                .filter(label -> isUnique(name, label))
                .findFirst()
                .orElse(Values::withPackage)
                .apply(name);
    }

    private boolean isUnique(ClassName name, Function<ClassName, String> label) {
        return Stream.concat(records.keySet().stream(), enums.keySet().stream())
                .noneMatch(other -> !other.equals(name) && label.apply(other).equals(label.apply(name)));
    }

    private static String withTypesAround(ClassName name) {
        return String.join("", name.simpleNames());
    }

    private static String withPackage(ClassName name) {
        return Names.pascalCase(name.canonicalName());
    }

    /** Whether a record can hold a value of its own type, at any depth. */
    public boolean isRecursive(ClassName record) {
        return reachable(record, new HashSet<>()).contains(record);
    }

    /** Whether a record always holds another of its own type, so that there can be none. */
    public boolean isEndless(ClassName record) {
        return isEndless(record, record, new HashSet<>());
    }

    private boolean isEndless(ClassName record, ClassName from, Set<ClassName> seen) {
        return record(from).components().stream()
                .map(Component::type)
                .filter(ValueType.RecordValue.class::isInstance)
                .map(type -> ((ValueType.RecordValue) type).name())
                .anyMatch(held -> held.equals(record) || (seen.add(held) && isEndless(record, held, seen)));
    }

    private Set<ClassName> reachable(ClassName from, Set<ClassName> found) {
        for (Component component : record(from).components()) {
            for (ClassName name : directly(component.type())) {
                if (found.add(name)) {
                    reachable(name, found);
                }
            }
        }
        return found;
    }

    private static Collection<ClassName> directly(ValueType type) {
        if (type instanceof ValueType.RecordValue value) {
            return Set.of(value.name());
        } else if (type instanceof ValueType.ListOf list) {
            return directly(list.item());
        } else if (type instanceof ValueType.SetOf set) {
            return directly(set.item());
        } else if (type instanceof ValueType.MapOf map) {
            return directly(map.value());
        } else if (type instanceof ValueType.OptionalOf optional) {
            return directly(optional.value());
        } else if (type instanceof ValueType.NullableOf nullable) {
            return directly(nullable.value());
        }
        return Set.of();
    }
}
