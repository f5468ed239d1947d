package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.Failure;
import dev.annals.Internal;
import dev.annals.Unknown;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Hierarchy.Group;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Role;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;

/** Reads a sealed interface with all that it permits. */
final class HierarchyReader {

    private final ValueTypeReader types;
    private final Diagnostics diagnostics;
    private final Role role;
    private final Map<TypeElement, Set<ClassName>> groups = new LinkedHashMap<>();
    private final Map<TypeElement, Set<ClassName>> leaves = new LinkedHashMap<>();
    private final Set<TypeElement> failures = new HashSet<>();
    private final Set<TypeElement> internal = new HashSet<>();

    HierarchyReader(ValueTypeReader types, Diagnostics diagnostics, Role role) {
        this.types = types;
        this.diagnostics = diagnostics;
        this.role = role;
    }

    /**
     * The hierarchy below a type.
     *
     * @param named where the type is named as the root
     */
    Hierarchy read(TypeElement root, Location named) {
        if (!isSealedInterface(root)) {
            diagnostics.error(
                    Code.NOT_SEALED,
                    named,
                    "%s is no sealed interface: declare it as 'public sealed interface %s' with a record for each %s",
                    root.getSimpleName(),
                    root.getSimpleName(),
                    role.noun());
            return new Hierarchy(role, ClassName.get(root), List.of(), List.of());
        }
        int before = diagnostics.all().size();
        collect(root, Set.of(), Marks.of(root));
        groups.remove(root);
        if (leaves.isEmpty() && diagnostics.all().size() == before) {
            diagnostics.error(
                    Code.NOT_SEALED,
                    ElementLocation.of(root),
                    "%s permits nothing: write a record for each %s in it",
                    root.getSimpleName(),
                    role.noun());
        }
        return new Hierarchy(role, ClassName.get(root), groups(), leaves());
    }

    /** The leaf records that have a schema, for those who look at more than the model holds. */
    List<TypeElement> knownElements() {
        return leafElements().stream().filter(leaf -> !isUnknown(leaf)).toList();
    }

    private List<TypeElement> leafElements() {
        return SourceOrder.of(leaves.keySet());
    }

    private void collect(TypeElement type, Set<ClassName> above, Marks marks) {
        types.requireAccessible(type);
        requireNotGeneric(type);
        if (type.getKind() == ElementKind.RECORD) {
            leaves.computeIfAbsent(type, none -> new LinkedHashSet<>()).addAll(above);
            if (marks.failure()) {
                failures.add(type);
            }
            if (marks.internal()) {
                internal.add(type);
            }
        } else if (isSealedInterface(type)) {
            groups.computeIfAbsent(type, none -> new LinkedHashSet<>()).addAll(above);
            Set<ClassName> with = new LinkedHashSet<>(above);
            with.add(ClassName.get(type));
            type.getPermittedSubclasses().stream()
                    .flatMap(permitted -> TypeNames.element(permitted).stream())
                    // A type that permits one above it is javac's to refuse, later.
                    .filter(below -> !with.contains(ClassName.get(below)))
                    .forEach(below -> collect(below, with, marks.and(Marks.of(below))));
        } else {
            diagnostics.error(
                    Code.LEAF_NOT_A_RECORD,
                    ElementLocation.of(type),
                    "%s is %s: make it a record, or a sealed interface of records",
                    type.getSimpleName(),
                    role.article());
        }
    }

    private List<Group> groups() {
        List<Group> found = new ArrayList<>();
        groups.forEach((type, above) -> found.add(new Group(ClassName.get(type), above)));
        return found;
    }

    private List<Leaf> leaves() {
        List<Leaf> found = new ArrayList<>();
        for (TypeElement type : leafElements()) {
            Set<ClassName> above = leaves.getOrDefault(type, Set.of());
            found.add(new Leaf(
                    types.records().read(type),
                    above,
                    failures.contains(type),
                    isUnknown(type),
                    internal.contains(type)));
        }
        return found;
    }

    private void requireNotGeneric(TypeElement type) {
        if (!type.getTypeParameters().isEmpty()) {
            diagnostics.error(
                    Code.GENERIC,
                    ElementLocation.of(type),
                    "%s has type parameters, and messages have none: a record on the wire has one shape. Write a record"
                            + " for each type that you mean",
                    type.getSimpleName());
        }
    }

    private static boolean isSealedInterface(TypeElement type) {
        return type.getKind() == ElementKind.INTERFACE && type.getModifiers().contains(Modifier.SEALED);
    }

    private static boolean isUnknown(Element type) {
        return type.getAnnotation(Unknown.class) != null;
    }

    /** What a type's annotations say of it, and of all below it. */
    private record Marks(boolean failure, boolean internal) {

        static Marks of(Element type) {
            return new Marks(type.getAnnotation(Failure.class) != null, type.getAnnotation(Internal.class) != null);
        }

        Marks and(Marks below) {
            return new Marks(failure || below.failure, internal || below.internal);
        }
    }
}
