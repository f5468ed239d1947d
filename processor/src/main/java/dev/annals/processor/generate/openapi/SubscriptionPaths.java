package dev.annals.processor.generate.openapi;

import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Subscription;
import java.util.List;

/** The routes on which subscriptions are looked at, paused and resumed, where there are any. */
final class SubscriptionPaths {

    private static final String PATH = "/subscriptions";

    private final List<Subscription> subscriptions;
    private final JsonSchemas schemas;

    SubscriptionPaths(List<Subscription> subscriptions, JsonSchemas schemas) {
        this.subscriptions = subscriptions;
        this.schemas = schemas;
    }

    void addTo(Paths paths) {
        if (subscriptions.isEmpty()) {
            return;
        }
        paths.get(
                PATH,
                new Operation(
                                "listSubscriptions",
                                ServicePaths.TAG,
                                "Says how far the subscriptions are in the instance that is asked")
                        .reply(
                                200,
                                new Reply("The subscriptions")
                                        .json(JsonSchemas.arrayOf(FixedSchemas.subscription(schemas))))
                        .problems(ProblemType.INTERNAL_ERROR)
                        .guarded());
        for (Subscription subscription : subscriptions) {
            String path = PATH + "/" + subscription.name();
            paths.post(path + "/pause", change(subscription, "pause", "Has it fetch no more events in this instance"));
            paths.post(path + "/resume", change(subscription, "resume", "Has it fetch events again in this instance"));
        }
    }

    private Operation change(Subscription subscription, String verb, String summary) {
        return new Operation(verb + Names.pascalCase(subscription.name()), subscription.name(), summary)
                .reply(200, new Reply("The subscription").json(FixedSchemas.subscription(schemas)))
                .problems(ProblemType.INTERNAL_ERROR)
                .guarded();
    }
}
