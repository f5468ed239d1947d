package dev.annals.processor.model;

import java.util.List;

/**
 * What stands at the head of a type's schema, or of a field in it.
 *
 * @param name the field's name, or the type's full name
 * @param aliases former names: of a field, or full names
 * @param doc what it says of itself, perhaps nothing
 */
public record Heading(String name, List<String> aliases, String doc) {

    public Heading {
        aliases = List.copyOf(aliases);
    }

    /** A full name without its namespace. */
    public String simpleName() {
        return name.substring(name.lastIndexOf('.') + 1);
    }

    /** The namespace of a full name. */
    public String namespace() {
        return name.substring(0, Math.max(0, name.lastIndexOf('.')));
    }
}
