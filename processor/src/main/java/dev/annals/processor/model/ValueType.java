package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;

/** The type of a record component, as Annals maps it to Avro and JSON. */
public sealed interface ValueType {

    /** A type with an encoding of its own. */
    record Scalar(ScalarKind kind) implements ValueType {}

    /** An enum, by its declaration in the model. */
    record EnumValue(ClassName name) implements ValueType {}

    /** A nested record, by its declaration in the model; so that a record can hold itself. */
    record RecordValue(ClassName name) implements ValueType {}

    record ListOf(ValueType item) implements ValueType {}

    record SetOf(ValueType item) implements ValueType {}

    /** A map with strings as its keys. */
    record MapOf(ValueType value) implements ValueType {}

    record OptionalOf(ValueType value) implements ValueType {}

    record NullableOf(ValueType value) implements ValueType {}

    /**
     * A type that has no mapping.
     *
     * @param description the type as it was written
     * @param advice what to write instead
     */
    record Unsupported(String description, String advice) implements ValueType {}
}
