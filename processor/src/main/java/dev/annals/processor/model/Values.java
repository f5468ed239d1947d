package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The records, enums and sealed interfaces that the components of an aggregate's messages are made of, in the order of their
 * first use.
 *
 * @param records those that are components or items, and the leaves of the sealed interfaces
 * @param plain those of the records that are components or items, and not leaves alone
 */
public record Values(
        Map<ClassName, RecordType> records,
        Map<ClassName, EnumType> enums,
        Map<ClassName, UnionType> unions,
        Set<ClassName> plain) {

    public Values {
        records = new LinkedHashMap<>(records);
        enums = new LinkedHashMap<>(enums);
        unions = new LinkedHashMap<>(unions);
        plain = new LinkedHashSet<>(plain);
    }

    public RecordType record(ClassName name) {
        return Objects.requireNonNull(records.get(name), name::toString);
    }

    public EnumType enumType(ClassName name) {
        return Objects.requireNonNull(enums.get(name), name::toString);
    }

    public UnionType union(ClassName name) {
        return Objects.requireNonNull(unions.get(name), name::toString);
    }

    /** The records of a sealed interface. */
    public List<RecordType> leaves(UnionType union) {
        return union.leaves().stream().map(this::record).toList();
    }

    /** The records that are leaves of a sealed interface, each once. */
    public List<RecordType> allLeaves() {
        return unions.values().stream()
                .flatMap(union -> leaves(union).stream())
                .distinct()
                .toList();
    }

    /** The records that are components or items. */
    public List<RecordType> plainRecords() {
        return records.values().stream()
                .filter(record -> plain.contains(record.name()))
                .toList();
    }

    /** The same values, but for a record that is described in another way. */
    public Values with(RecordType record) {
        Map<ClassName, RecordType> changed = new LinkedHashMap<>(records);
        changed.replace(record.name(), record);
        return new Values(changed, enums, unions, plain);
    }

    public boolean isEmpty() {
        return records.isEmpty() && enums.isEmpty();
    }

    /**
     * Whether a record is written as its only component, where it is no leaf of a sealed interface; not where that would
     * be endless, or a union, of which null or the types could be told apart from others no more.
     */
    public boolean isBare(RecordType record) {
        if (record.components().size() != 1 || isRecursive(record.name())) {
            return false;
        }
        ValueType only = record.components().get(0).type();
        return !only.mayBeAbsent() && !(only instanceof ValueType.UnionValue);
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
        return Stream.of(records, enums, unions)
                .flatMap(types -> types.keySet().stream())
                .noneMatch(other -> !other.equals(name) && label.apply(other).equals(label.apply(name)));
    }

    private static String withTypesAround(ClassName name) {
        return String.join("", name.simpleNames());
    }

    private static String withPackage(ClassName name) {
        return Names.pascalCase(name.canonicalName());
    }

    /** Whether a record or sealed interface can hold a value of its own type, at any depth. */
    public boolean isRecursive(ClassName type) {
        return Graph.of(this).reachable(type).contains(type);
    }

    /** Whether a record always holds another of its own type, so that there can be none. */
    public boolean isEndless(ClassName record) {
        return isRecursive(record) && !Graph.of(this).depths().containsKey(record);
    }

    /** The leaf of a sealed interface whose smallest value is the smallest. */
    public RecordType smallestLeaf(UnionType union) {
        Map<ClassName, Integer> depths = Graph.of(this).depths();
        return leaves(union).stream()
                .min(Comparator.comparingInt(leaf -> depths.getOrDefault(leaf.name(), Integer.MAX_VALUE)))
                .orElseThrow();
    }
}
