package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handlers;

/** Without {@code initial()}, some command and some event make an entity where there is none. */
final class CreationRule implements Rule<Aggregate> {

    @Override
    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        if (!aggregate.hasInitial()) {
            check(aggregate, aggregate.deciders(), diagnostics);
            check(aggregate, aggregate.evolvers(), diagnostics);
        }
    }

    private static void check(Aggregate aggregate, Handlers handlers, Diagnostics diagnostics) {
        if (!handlers.all().isEmpty() && handlers.all().stream().noneMatch(handler -> handler.isStatic())) {
            String snapshot = aggregate.snapshot().name().simpleName();
            String handler = handlers.hierarchy().role().handler();
            diagnostics.error(
                    Code.NOTHING_CREATES,
                    aggregate.location(),
                    "There can never be %s: every %s needs one to be there. Make the %s that creates one static, or write"
                            + " 'static %s initial()'",
                    snapshot,
                    handler,
                    handler,
                    snapshot);
        }
    }
}
