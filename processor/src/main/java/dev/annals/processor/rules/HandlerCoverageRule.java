package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Role;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Each command and each event that is no failure has one handler, and each handler has something to handle. */
final class HandlerCoverageRule implements Rule<Aggregate> {

    @Override
    public void check(Aggregate aggregate, Diagnostics diagnostics) {
        check(aggregate, aggregate.deciders(), diagnostics);
        check(aggregate, aggregate.evolvers(), diagnostics);
    }

    private static void check(Aggregate aggregate, Handlers handlers, Diagnostics diagnostics) {
        Set<Handler> reached = new HashSet<>();
        for (Leaf leaf : handlers.hierarchy().leaves()) {
            if (handlers.hierarchy().role() == Role.EVENT && leaf.failure()) {
                continue;
            }
            List<Handler> found = handlers.mostSpecific(leaf.name());
            reached.addAll(found);
            if (found.isEmpty()) {
                missing(aggregate, handlers, leaf, diagnostics);
            }
            for (Handler tied : found.subList(Math.min(1, found.size()), found.size())) {
                tie(leaf, found.get(0), tied, diagnostics);
            }
        }
        for (Handler handler : handlers.all()) {
            if (!reached.contains(handler)) {
                unreached(handlers, handler, diagnostics);
            }
        }
    }

    private static void missing(Aggregate aggregate, Handlers handlers, Leaf leaf, Diagnostics diagnostics) {
        diagnostics.error(
                Code.NO_HANDLER,
                aggregate.location(),
                "%s has no %s for the %s %s. Write: %s",
                aggregate.snapshot().name().simpleName(),
                handlers.hierarchy().role().handler(),
                handlers.hierarchy().role().noun(),
                leaf.simpleName(),
                Signatures.suggested(aggregate, handlers.hierarchy().role(), leaf));
    }

    static void tie(Leaf leaf, Handler one, Handler other, Diagnostics diagnostics) {
        diagnostics.error(
                Code.HANDLERS_TIE,
                other.location(),
                "%s and %s both take %s, and neither is more specific: remove one, or write one for %s itself",
                one.signature(),
                other.signature(),
                leaf.simpleName(),
                leaf.simpleName());
    }

    private static void unreached(Handlers handlers, Handler handler, Diagnostics diagnostics) {
        boolean failuresOnly = handlers.hierarchy().role() == Role.EVENT
                && handlers.hierarchy().leaves().stream()
                        .filter(leaf -> handlers.hierarchy().covers(handler.message(), leaf.name()))
                        .allMatch(Leaf::failure);
        if (failuresOnly) {
            diagnostics.error(
                    Code.FAILURE_EVOLVES,
                    handler.location(),
                    "%s is a @Failure, which changes no state: remove this method, or the annotation",
                    handler.message().simpleName());
        } else {
            unreachable(handlers, handler, diagnostics);
        }
    }

    static void unreachable(Handlers handlers, Handler handler, Diagnostics diagnostics) {
        diagnostics.error(
                Code.HANDLER_UNREACHABLE,
                handler.location(),
                "Nothing reaches %s: each %s that it could take has a more specific one. Remove it",
                handler.signature(),
                handlers.hierarchy().role().noun());
    }
}
