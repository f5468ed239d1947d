package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.DeadLetterTopic;
import dev.annals.auth.Area;

/** The routes on which the dead letters of an aggregate are shown and sent again. */
public final class DeadLettersEndpoint {

    private DeadLettersEndpoint() {}

    public static Routes addTo(
            Routes routes, AggregateRuntime<?, ?, ?, ?> aggregate, DeadLetterTopic letters, Door door) {
        String path = aggregate.name().path() + "/dead-letters";
        DeadLettersHandler handler = new DeadLettersHandler(aggregate, letters);
        return routes.get(path, door.guard(Area.MANAGEMENT, handler.page()))
                .get(path + "/{id}", door.guard(Area.MANAGEMENT, handler.one()))
                .post(path + "/{id}/resend", door.guard(Area.MANAGEMENT, handler.resend()));
    }
}
