package dev.annals.processor.generate.jsonschema;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Names;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What the schemas of a service's types are called: by their simple names; where two types share that, with the types around
 * them; where that is not enough, with their packages. So no type's name depends on the order of the others.
 */
final class SchemaNames {

    private static final List<Function<ClassName, String>> LABELS = List.of(
            ClassName::simpleName,
            type -> String.join("", type.simpleNames()),
            type -> Names.pascalCase(type.canonicalName()));

    private final Map<ClassName, String> names = new HashMap<>();
    private final Map<String, String> derived = new HashMap<>();
    private final Set<String> taken;

    /**
     * Names for types.
     *
     * @param reserved names that no type gets
     */
    SchemaNames(Collection<ClassName> types, Set<String> reserved) {
        this.taken = new HashSet<>(reserved);
        Set<ClassName> distinct = new LinkedHashSet<>(types);
        distinct.forEach(type -> names.put(type, claim(label(type, distinct, reserved))));
    }

    /** What a type's schema is called. */
    String of(ClassName type) {
        String name = names.get(type);
        if (name == null) {
            throw new IllegalArgumentException("Not a type of the service: " + type);
        }
        return name;
    }

    /** A name for another schema that is made of a type, the same for each call with this name. */
    String derived(String name) {
        return derived.computeIfAbsent(name, this::claim);
    }

    private static String label(ClassName type, Set<ClassName> all, Set<String> reserved) {
        return LABELS.stream()
                .filter(label -> !reserved.contains(label.apply(type)))
                .filter(label -> all.stream()
                        .noneMatch(other ->
                                !other.equals(type) && label.apply(other).equals(label.apply(type))))
                .findFirst()
                .orElse(LABELS.get(LABELS.size() - 1))
                .apply(type);
    }

    private String claim(String name) {
        String free = name;
        while (!taken.add(free)) {
            free += "_";
        }
        return free;
    }
}
