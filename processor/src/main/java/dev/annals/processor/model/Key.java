package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The key of an aggregate's commands.
 *
 * @param accessors the method that returns the key, for each command
 */
public record Key(KeyType type, Map<ClassName, Accessor> accessors) {

    public Key {
        accessors = Map.copyOf(accessors);
    }

    /**
     * A method that returns the key.
     *
     * @param declaredBy the command, or the interface above it that declares the method
     */
    public record Accessor(ClassName declaredBy, String name) {}

    /** The accessor of a command's key. */
    public Accessor accessor(ClassName command) {
        return Objects.requireNonNull(accessors.get(command), command::toString);
    }

    /** Whether one method of this interface is the accessor of all commands. */
    public boolean isDeclaredBy(ClassName root) {
        return Set.copyOf(accessors.values()).size() == 1
                && accessors.values().stream()
                        .allMatch(accessor -> accessor.declaredBy().equals(root));
    }
}
