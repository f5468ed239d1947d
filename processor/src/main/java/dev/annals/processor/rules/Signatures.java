package dev.annals.processor.rules;

import com.palantir.javapoet.NameAllocator;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Role;

/** Handlers to paste into the source. */
final class Signatures {

    private Signatures() {}

    /** A handler for a leaf; static where, without {@code initial()}, nothing creates an entity yet. */
    static String suggested(Aggregate aggregate, Role role, Leaf leaf) {
        boolean creates = !aggregate.hasInitial()
                && (role == Role.COMMAND ? aggregate.deciders() : aggregate.evolvers())
                        .all().stream().noneMatch(handler -> handler.isStatic());
        return "%s%s %s(%s %s) { … }"
                .formatted(
                        creates ? "static " : "",
                        role == Role.COMMAND
                                ? aggregate.events().root().simpleName()
                                : aggregate.snapshot().name().simpleName(),
                        role.handler(),
                        leaf.simpleName(),
                        new NameAllocator().newName(Names.camelCase(leaf.simpleName())));
    }
}
