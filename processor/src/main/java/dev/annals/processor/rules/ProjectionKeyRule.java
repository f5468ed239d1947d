package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Projection.Fold;
import dev.annals.processor.model.Projection.Folded;

/** Where keys are derived from events, each event that is taken in has one method for that, and each method an event. */
final class ProjectionKeyRule implements Rule<Projection> {

    @Override
    public void check(Projection projection, Diagnostics diagnostics) {
        if (projection.shape() instanceof Fold fold) {
            fold.sources().stream()
                    .filter(folded -> folded.isRekeyed() && folded.source().isPartial())
                    .forEach(folded -> diagnostics.error(
                            Code.PROJECTION_KEY,
                            folded.named(),
                            "Events of another service are folded by the keys that they have: leave out @Key for those of %s, or"
                                    + " answer them with commands for an aggregate of your own, by a @Reaction",
                            folded.source().snapshot().simpleName()));
        }
        if (projection.shape() instanceof Fold fold) {
            fold.sources().stream().filter(Folded::isRekeyed).forEach(folded -> check(projection, folded, diagnostics));
        }
    }

    private static void check(Projection projection, Folded folded, Diagnostics diagnostics) {
        Handlers keys = folded.keys();
        keys.all().forEach(method -> HandlerFormRule.requireCallable(method, diagnostics));
        ProjectionHandlerRule.requireDistinct(keys, diagnostics);
        for (Leaf leaf : folded.handlers().hierarchy().leaves()) {
            boolean taken = folded.handlers().of(leaf.name()).isPresent();
            boolean keyed = keys.of(leaf.name()).isPresent();
            if (taken && !keyed) {
                diagnostics.error(
                        Code.PROJECTION_KEY,
                        folded.handlers().of(leaf.name()).orElseThrow().location(),
                        "Nothing says under which key %s is taken in. Write '@Key static %s keyOf(%s event)'",
                        leaf.simpleName(),
                        projection.key().boxed(),
                        leaf.simpleName());
            } else if (keyed && !taken) {
                diagnostics.error(
                        Code.PROJECTION_KEY,
                        keys.of(leaf.name()).orElseThrow().location(),
                        "%s derives a key from %s, which no on takes: write one, or remove the method",
                        keys.of(leaf.name()).orElseThrow().signature(),
                        leaf.simpleName());
            }
        }
    }
}
