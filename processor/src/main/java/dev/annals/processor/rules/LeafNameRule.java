package dev.annals.processor.rules;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy;
import java.util.HashMap;
import java.util.Map;

/** A leaf's simple name is its {@code _type} in JSON, and so the only one in its hierarchy. */
final class LeafNameRule implements Rule<Aggregate> {

    @Override
    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        check(aggregate.commands(), diagnostics);
        check(aggregate.events(), diagnostics);
    }

    private static void check(Hierarchy hierarchy, Diagnostics diagnostics) {
        Map<String, ClassName> names = new HashMap<>();
        for (Hierarchy.Leaf leaf : hierarchy.leaves()) {
            ClassName other = names.putIfAbsent(leaf.simpleName(), leaf.name());
            if (other != null) {
                diagnostics.error(
                        Code.DUPLICATE_LEAF_NAME,
                        leaf.record().location(),
                        "JSON's \"_type\" could not tell %s from %s: rename one",
                        leaf.name().canonicalName(),
                        other.canonicalName());
            }
        }
    }
}
