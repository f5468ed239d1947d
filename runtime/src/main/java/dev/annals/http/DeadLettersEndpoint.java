package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.DeadLetterTopic;
import dev.annals.auth.Area;
import java.util.Optional;

/** The routes on which dead letters are shown, and sent again where they can be. */
public final class DeadLettersEndpoint {

    private DeadLettersEndpoint() {}

    public static Routes addTo(
            Routes routes, AggregateRuntime<?, ?, ?, ?> aggregate, DeadLetterTopic letters, Door door) {
        String path = path(aggregate.name().path());
        DeadLettersHandler handler =
                new DeadLettersHandler(letters, new DeadLetterJson(Optional.of(aggregate::describeCommand)));
        return addTo(routes, path, handler, door)
                .post(path + "/{id}/resend", door.guard(Area.MANAGEMENT, handler.resend(aggregate)));
    }

    /**
     * Those of what takes in events, one of which can be handled again.
     *
     * @param owner what its routes start with
     */
    public static Routes addTo(
            Routes routes, String owner, DeadLetterTopic letters, LetterHandler letterHandler, Door door) {
        DeadLettersHandler handler = new DeadLettersHandler(letters, new DeadLetterJson(Optional.empty()));
        return addTo(routes, path(owner), handler, door)
                .post(path(owner) + "/{id}/resend", door.guard(Area.MANAGEMENT, handler.handle(letterHandler)));
    }

    /**
     * Those of what takes in events, which are not handled again one by one.
     *
     * @param owner what its routes start with
     */
    public static Routes addTo(Routes routes, String owner, DeadLetterTopic letters, Door door) {
        return addTo(routes, path(owner), new DeadLettersHandler(letters, new DeadLetterJson(Optional.empty())), door);
    }

    private static Routes addTo(Routes routes, String path, DeadLettersHandler handler, Door door) {
        return routes.get(path, door.guard(Area.MANAGEMENT, handler.page()))
                .get(path + "/{id}", door.guard(Area.MANAGEMENT, handler.one()));
    }

    private static String path(String owner) {
        return owner + "/dead-letters";
    }
}
