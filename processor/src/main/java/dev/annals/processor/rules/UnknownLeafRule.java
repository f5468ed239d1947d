package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import java.util.List;
import java.util.Map;

/** A hierarchy has at most one leaf for messages that are not known, and that holds just what is known of them. */
final class UnknownLeafRule implements Rule<Aggregate> {

    private static final List<Map.Entry<String, ValueType>> COMPONENTS = List.of(
            Map.entry("fingerprint", new ValueType.Scalar(ScalarKind.LONG)),
            Map.entry("name", new ValueType.Scalar(ScalarKind.STRING)),
            Map.entry("bytes", new ValueType.Scalar(ScalarKind.BYTES)));

    @Override
    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        check(aggregate.commands(), diagnostics);
        check(aggregate.events(), diagnostics);
    }

    private static void check(Hierarchy hierarchy, Diagnostics diagnostics) {
        List<Leaf> unknown = hierarchy.leaves().stream().filter(Leaf::unknown).toList();
        unknown.forEach(leaf -> requireComponents(leaf.record(), diagnostics));
        unknown.stream().skip(1).forEach(leaf -> second(leaf, unknown.get(0), hierarchy, diagnostics));
        if (!unknown.isEmpty() && hierarchy.known().isEmpty()) {
            diagnostics.error(
                    Code.BAD_UNKNOWN,
                    unknown.get(0).record().location(),
                    "%s is the only %s of %s, which then knows none: write a record for each",
                    unknown.get(0).simpleName(),
                    hierarchy.role().noun(),
                    hierarchy.root().simpleName());
        }
    }

    private static void requireComponents(RecordType record, Diagnostics diagnostics) {
        List<Map.Entry<String, ValueType>> found = record.components().stream()
                .map(component -> Map.entry(component.name(), component.type()))
                .toList();
        if (!found.equals(COMPONENTS)) {
            diagnostics.error(
                    Code.BAD_UNKNOWN,
                    record.location(),
                    "An @Unknown record holds what is known of any message: write '%s(long fingerprint, String name, byte[]"
                            + " bytes)'",
                    record.name().simpleName());
        }
    }

    private static void second(Leaf leaf, Leaf first, Hierarchy hierarchy, Diagnostics diagnostics) {
        diagnostics.error(
                Code.BAD_UNKNOWN,
                leaf.record().location(),
                "%s has two records for what it does not know, and %s is the other: remove one, or its @Unknown",
                hierarchy.root().simpleName(),
                first.simpleName());
    }
}
