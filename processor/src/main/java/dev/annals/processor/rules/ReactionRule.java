package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Reaction.Target;
import dev.annals.processor.model.Reaction.Trigger;
import java.util.List;
import java.util.stream.Collectors;

/** The {@code on} methods of a reaction can be called and return commands, and nothing is named in vain. */
final class ReactionRule implements Rule<Reaction> {

    @Override
    public void check(Reaction reaction, Diagnostics diagnostics) {
        reaction.triggers().forEach(trigger -> check(reaction, trigger, diagnostics));
        List<Handler> handlers = reaction.triggers().stream()
                .flatMap(trigger -> trigger.handlers().all().stream())
                .toList();
        boolean allReturnCommands = handlers.stream().allMatch(handler -> handler.returns() != Returns.SOMETHING_ELSE);
        if (allReturnCommands && !handlers.isEmpty()) {
            reaction.targets().forEach(target -> requireGiven(reaction, target, handlers, diagnostics));
        }
    }

    private static void check(Reaction reaction, Trigger trigger, Diagnostics diagnostics) {
        if (trigger.handlers().all().isEmpty()) {
            diagnostics.error(
                    Code.NOTHING_ANSWERED,
                    trigger.named(),
                    "%s answers no event of %s: write 'static %s on(Event event)' for one of %s, or leave it out here",
                    reaction.annotated().simpleName(),
                    trigger.source().snapshot().simpleName(),
                    reaction.targets().get(0).commands().root().simpleName(),
                    trigger.handlers().hierarchy().root().simpleName());
        }
        for (Handler handler : trigger.handlers().all()) {
            HandlerFormRule.requireCallable(handler, diagnostics);
            handler.result()
                    .ifPresent(result -> GivenCommands.requireOffered(
                            reaction, reaction.target(handler), result, handler.location(), diagnostics));
            if (handler.returns() == Returns.SOMETHING_ELSE) {
                HandlerFormRule.badReturn(
                        handler,
                        "a command, an Optional or a Collection of commands, of %s. Events and snapshots are written by their"
                                        .formatted(commands(reaction))
                                + " aggregates alone; commands of another one take its snapshot in 'to'",
                        diagnostics);
            }
        }
        ProjectionHandlerRule.requireDistinct(trigger.handlers(), diagnostics);
    }

    private static String commands(Reaction reaction) {
        return reaction.targets().stream()
                .map(target -> target.commands().root().simpleName())
                .collect(Collectors.joining(" or "));
    }

    private static void requireGiven(
            Reaction reaction, Target target, List<Handler> handlers, Diagnostics diagnostics) {
        if (handlers.stream().noneMatch(handler -> reaction.target(handler).equals(target))) {
            diagnostics.error(
                    Code.NOTHING_GIVEN,
                    target.named(),
                    "No method of %s returns a command of %s: leave it out here, or return one of %s",
                    reaction.annotated().simpleName(),
                    target.source().snapshot().simpleName(),
                    target.commands().root().simpleName());
        }
    }
}
