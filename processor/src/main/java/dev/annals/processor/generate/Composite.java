package dev.annals.processor.generate;

import dev.annals.processor.model.ValueType;

/**
 * A type that is made of another, and the runtime's words for it.
 *
 * @param written the end of the name of the method that writes it
 * @param read the end of the name of the method that reads it
 */
record Composite(String written, String read, ValueType item) {

    static Composite of(ValueType type) {
        if (type instanceof ValueType.ListOf list) {
            return new Composite("List", "List", list.item());
        } else if (type instanceof ValueType.SetOf set) {
            return new Composite("List", "Set", set.item());
        } else if (type instanceof ValueType.MapOf map) {
            return new Composite("Map", "Map", map.value());
        } else if (type instanceof ValueType.OptionalOf optional) {
            return new Composite("Optional", "Optional", optional.value());
        } else if (type instanceof ValueType.NullableOf nullable) {
            return new Composite("Nullable", "Nullable", nullable.value());
        }
        throw new IllegalArgumentException("Not made of another type: " + type);
    }
}
