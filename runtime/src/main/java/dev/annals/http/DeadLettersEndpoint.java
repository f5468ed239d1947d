package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.DeadLetterTopic;

/** The routes on which the dead letters of an aggregate are shown and sent again. */
public final class DeadLettersEndpoint {

    private DeadLettersEndpoint() {}

    public static Routes addTo(Routes routes, AggregateRuntime<?, ?, ?, ?> aggregate, DeadLetterTopic letters) {
        String path = aggregate.name().path() + "/dead-letters";
        DeadLettersHandler handler = new DeadLettersHandler(aggregate, letters);
        return routes.get(path, handler.page())
                .get(path + "/{id}", handler.one())
                .post(path + "/{id}/resend", handler.resend());
    }
}
