package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Diagnostics;

/** Something that each aggregate, or each owner of messages, must keep to. */
@FunctionalInterface
interface Rule<T> {
    void check(T owner, Diagnostics diagnostics);
}
