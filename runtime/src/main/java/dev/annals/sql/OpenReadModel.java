package dev.annals.sql;

import dev.annals.aggregate.EventChannel;
import dev.annals.subscription.OpenSubscription.Step;
import java.util.ArrayList;
import java.util.List;

/** A read model that takes events, by one thread, until it is closed; and is told by another one when it has caught up. */
public final class OpenReadModel {

    private final List<Applied<?, ?>> topics = new ArrayList<>();
    private Step caughtUp = () -> {};
    private Step close = () -> {};

    /** A topic of events, and what is done with them. */
    record Applied<K, E>(EventChannel<K, E> channel, SqlHandler<K, E> handler) {}

    /** Has the events of a topic applied. */
    public <K, E> OpenReadModel with(EventChannel<K, E> channel, SqlHandler<K, E> handler) {
        topics.add(new Applied<>(channel, handler));
        return this;
    }

    /** What is done when all events have been applied that there were at the start. */
    public OpenReadModel onCaughtUp(Step step) {
        caughtUp = step;
        return this;
    }

    /** What is done in the end. */
    public OpenReadModel onClose(Step step) {
        close = step;
        return this;
    }

    List<Applied<?, ?>> topics() {
        return List.copyOf(topics);
    }

    void caughtUp() throws Exception {
        caughtUp.run();
    }

    void close() throws Exception {
        close.run();
    }
}
