package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;

/** Something that each aggregate must keep to. */
@FunctionalInterface
interface Rule {
    void check(Aggregate aggregate, Diagnostics diagnostics);
}
