package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Projection.Fold;
import dev.annals.processor.model.Projection.Folded;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** The {@code on} methods of a projection can be called, none is unreachable, and something is folded of each source. */
final class ProjectionHandlerRule implements Rule<Projection> {

    @Override
    public void check(Projection projection, Diagnostics diagnostics) {
        if (projection.shape() instanceof Fold fold) {
            fold.sources().forEach(folded -> check(projection, fold, folded, diagnostics));
            requireCreation(projection, fold, diagnostics);
        }
    }

    private static void check(Projection projection, Fold fold, Folded folded, Diagnostics diagnostics) {
        String record = projection.snapshot().name().simpleName();
        Handlers handlers = folded.handlers();
        if (handlers.all().isEmpty()) {
            diagnostics.error(
                    Code.NOTHING_FOLDED,
                    folded.named(),
                    "%s takes in no event of %s: write 'static %s on(Event event)' for one of %s, or leave it out here",
                    record,
                    folded.source().snapshot().simpleName(),
                    record,
                    handlers.hierarchy().root().simpleName());
        }
        for (Handler handler : handlers.all()) {
            HandlerFormRule.requireCallable(handler, diagnostics);
            HandlerFormRule.checkState(record, fold.hasInitial(), handler, diagnostics);
            if (handler.returns() == Returns.SOMETHING_ELSE) {
                HandlerFormRule.badReturn(
                        handler,
                        "%s, or @Nullable %s where null deletes the record".formatted(record, record),
                        diagnostics);
            }
        }
        requireDistinct(handlers, diagnostics);
    }

    /** No two methods tie, and none is hidden by others. */
    static void requireDistinct(Handlers handlers, Diagnostics diagnostics) {
        Set<Handler> reached = new HashSet<>();
        for (Leaf leaf : handlers.hierarchy().leaves()) {
            List<Handler> found = handlers.mostSpecific(leaf.name());
            reached.addAll(found);
            found.stream().skip(1).forEach(tied -> HandlerCoverageRule.tie(leaf, found.get(0), tied, diagnostics));
        }
        handlers.all().stream()
                .filter(handler -> !reached.contains(handler))
                .forEach(handler -> HandlerCoverageRule.unreachable(handlers, handler, diagnostics));
    }

    private static void requireCreation(Projection projection, Fold fold, Diagnostics diagnostics) {
        boolean any = fold.sources().stream()
                .anyMatch(folded -> !folded.handlers().all().isEmpty());
        boolean creates = fold.hasInitial()
                || fold.sources().stream()
                        .flatMap(folded -> folded.handlers().all().stream())
                        .anyMatch(Handler::isStatic);
        if (any && !creates) {
            String record = projection.snapshot().name().simpleName();
            diagnostics.error(
                    Code.NOTHING_CREATES,
                    projection.location(),
                    "There can never be %s: every on needs one to be there. Make the on that creates one static, or write"
                            + " 'static %s initial()'",
                    record,
                    record);
        }
    }
}
