package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Reaction.Trigger;
import dev.annals.processor.model.Subscription;

/** The {@code on} methods of a subscription can be called and return nothing, and no aggregate is named in vain. */
final class SubscriptionRule implements Rule<Subscription> {

    @Override
    public void check(Subscription subscription, Diagnostics diagnostics) {
        subscription.triggers().forEach(trigger -> check(subscription, trigger, diagnostics));
    }

    private static void check(Subscription subscription, Trigger trigger, Diagnostics diagnostics) {
        if (trigger.handlers().all().isEmpty()) {
            diagnostics.error(
                    Code.NOTHING_HANDLED,
                    trigger.named(),
                    "%s handles no event of %s: write 'void on(Event event%s)' for one of %s, or leave it out here",
                    subscription.annotated().simpleName(),
                    trigger.source().snapshot().simpleName(),
                    subscription.kind() == Subscription.Kind.READ_MODEL ? ", Connection sql" : "",
                    trigger.handlers().hierarchy().root().simpleName());
        }
        for (Handler handler : trigger.handlers().all()) {
            HandlerFormRule.requireAccessible(handler, diagnostics);
            if (handler.returns() == Returns.SOMETHING_ELSE) {
                HandlerFormRule.badReturn(
                        handler,
                        "nothing (void): what events lead to commands is a @Reaction, and what is made of them a @Projection",
                        diagnostics);
            }
        }
        ProjectionHandlerRule.requireDistinct(trigger.handlers(), diagnostics);
    }
}
