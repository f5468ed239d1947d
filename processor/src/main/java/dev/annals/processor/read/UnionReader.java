package dev.annals.processor.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Finds the records that a sealed interface permits, below other sealed interfaces too. */
final class UnionReader {

    private final Set<TypeElement> leaves = new LinkedHashSet<>();
    private final Set<TypeElement> seen = new HashSet<>();
    private final List<String> faults = new ArrayList<>();

    private UnionReader() {}

    static boolean isSealedInterface(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }

    /**
     * The leaves of a sealed interface.
     *
     * @param leaves takes them, in the order of the source
     * @return what to write where they cannot be a union
     */
    static List<String> collect(TypeElement root, List<TypeElement> leaves) {
        UnionReader reader = new UnionReader();
        reader.visit(root);
        leaves.addAll(SourceOrder.of(reader.leaves));
        if (leaves.isEmpty() && reader.faults.isEmpty()) {
            reader.faults.add("write a record in it: it permits nothing");
        }
        reader.requireUniqueNames(leaves);
        return reader.faults;
    }

    private void visit(TypeElement type) {
        // A type that permits one above it is javac's to refuse, later.
        if (!seen.add(type)) {
            return;
        }
        if (!type.getTypeParameters().isEmpty()) {
            faults.add("write " + type.getSimpleName() + " without type parameters");
        } else if (type.getKind() == ElementKind.RECORD) {
            leaves.add(type);
        } else if (isSealedInterface(type)) {
            type.getPermittedSubclasses().stream()
                    .flatMap(permitted -> TypeNames.element(permitted).stream())
                    .forEach(this::visit);
        } else {
            faults.add("make " + type.getSimpleName() + " a record, or a sealed interface of records");
        }
    }

    private void requireUniqueNames(List<TypeElement> leaves) {
        Set<String> names = new HashSet<>();
        leaves.stream()
                .map(leaf -> leaf.getSimpleName().toString())
                .filter(name -> !names.add(name))
                .forEach(name -> faults.add("rename one of its records that are called " + name
                        + ": in JSON that is how they are told apart"));
    }
}
