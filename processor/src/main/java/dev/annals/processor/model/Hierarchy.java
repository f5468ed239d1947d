package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A sealed interface and all that it permits.
 *
 * @param groups the sealed interfaces below the root
 * @param leaves the records, in the order of the source
 */
public record Hierarchy(Role role, ClassName root, List<Group> groups, List<Leaf> leaves) {

    public Hierarchy {
        groups = List.copyOf(groups);
        leaves = List.copyOf(leaves);
    }

    /**
     * A sealed interface below the root.
     *
     * @param supertypes those above it in the hierarchy, the root among them
     */
    public record Group(ClassName name, Set<ClassName> supertypes) {}

    /**
     * A command or event record.
     *
     * @param supertypes those above it in the hierarchy, the root among them
     * @param failure whether it, or a group that holds it, is marked as a failure
     * @param unknown whether it stands for all messages that are not known, and so has no schema
     * @param internal whether it, or a group that holds it, is marked as one that no caller gives
     */
    public record Leaf(
            RecordType record, Set<ClassName> supertypes, boolean failure, boolean unknown, boolean internal) {

        public ClassName name() {
            return record.name();
        }

        /** What it is called in JSON's {@code _type}. */
        public String simpleName() {
            return record.name().simpleName();
        }
    }

    /** The leaves that have a schema: all but the one for messages that are not known. */
    public List<Leaf> known() {
        return leaves.stream().filter(leaf -> !leaf.unknown()).toList();
    }

    /** The leaves that callers may give: those with a schema that are not internal. */
    public List<Leaf> offered() {
        return known().stream().filter(leaf -> !leaf.internal()).toList();
    }

    /** The leaves that a type stands for: itself, or those below it. */
    public List<Leaf> covered(ClassName type) {
        return leaves.stream().filter(leaf -> covers(type, leaf.name())).toList();
    }

    /** The leaf for messages that are not known. */
    public Optional<Leaf> unknown() {
        return leaves.stream().filter(Leaf::unknown).findFirst();
    }

    /** Whether a type is one of the hierarchy's: its root, a group or a leaf. */
    public boolean contains(ClassName type) {
        return type.equals(root)
                || groups.stream().anyMatch(group -> group.name().equals(type))
                || leaves.stream().anyMatch(leaf -> leaf.name().equals(type));
    }

    /** The types above one of the hierarchy's. */
    public Set<ClassName> supertypes(ClassName type) {
        for (Leaf leaf : leaves) {
            if (leaf.name().equals(type)) {
                return leaf.supertypes();
            }
        }
        for (Group group : groups) {
            if (group.name().equals(type)) {
                return group.supertypes();
            }
        }
        return Set.of();
    }

    /** Whether each value of a type is also one of another. */
    public boolean covers(ClassName type, ClassName leaf) {
        return type.equals(leaf) || supertypes(leaf).contains(type);
    }
}
