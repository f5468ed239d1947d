package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.stream.Stream;

/** The type of a record component, as Annals maps it to Avro and JSON. */
public sealed interface ValueType {

    /** A type with an encoding of its own. */
    record Scalar(ScalarKind kind) implements ValueType {}

    /**
     * A number of digits that are declared.
     *
     * @param whole whether it is a {@code BigInteger}
     */
    record DecimalValue(int precision, int scale, boolean whole) implements ValueType {}

    /** A type that the domain declares, by that declaration in the model. */
    interface Named {
        ClassName name();
    }

    record EnumValue(ClassName name) implements ValueType, Named {}

    /** A nested record; by its declaration, so that a record can hold itself. */
    record RecordValue(ClassName name) implements ValueType, Named {}

    /** A nested sealed interface. */
    record UnionValue(ClassName name) implements ValueType, Named {}

    record ListOf(ValueType item) implements ValueType {}

    record SetOf(ValueType item) implements ValueType {}

    /** A map with strings as its keys. */
    record MapOf(ValueType value) implements ValueType {}

    /** A map with other keys. */
    record EntriesOf(ValueType key, ValueType value) implements ValueType {}

    record OptionalOf(ValueType value) implements ValueType {}

    record NullableOf(ValueType value) implements ValueType {}

    /**
     * A type that has no mapping.
     *
     * @param description the type as it was written
     * @param advice what to write instead
     */
    record Unsupported(String description, String advice) implements ValueType {}

    /** Whether a value may be missing. */
    default boolean mayBeAbsent() {
        return this instanceof OptionalOf || this instanceof NullableOf;
    }

    /** The types that this one is made of, as it was written. */
    default List<ValueType> parts() {
        if (this instanceof ListOf list) {
            return List.of(list.item());
        } else if (this instanceof SetOf set) {
            return List.of(set.item());
        } else if (this instanceof MapOf map) {
            return List.of(map.value());
        } else if (this instanceof EntriesOf entries) {
            return List.of(entries.key(), entries.value());
        } else if (this instanceof OptionalOf optional) {
            return List.of(optional.value());
        } else if (this instanceof NullableOf nullable) {
            return List.of(nullable.value());
        }
        return List.of();
    }

    /** This type, and all that it is made of, each before its parts. */
    default List<ValueType> withParts() {
        return Stream.concat(Stream.of(this), parts().stream().flatMap(part -> part.withParts().stream()))
                .toList();
    }
}
