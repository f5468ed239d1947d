package dev.annals.subscription;

import dev.annals.aggregate.EventChannel;
import java.util.ArrayList;
import java.util.List;

/** A subscription that handles events until it is closed. Made by one thread, then used by several. */
public final class OpenSubscription {

    private final List<SubscribedTopic<?, ?>> topics = new ArrayList<>();
    private Step caughtUp = () -> {};
    private Step close = () -> {};

    /** Something that is done once. */
    @FunctionalInterface
    public interface Step {
        void run() throws Exception;
    }

    /** Has the events of a topic handled. */
    public <K, E> OpenSubscription with(EventChannel<K, E> channel, EventHandler<K, E> handler) {
        topics.add(new SubscribedTopic<>(channel, handler));
        return this;
    }

    /** What is done when all events have been handled that there were at the start. */
    public OpenSubscription onCaughtUp(Step step) {
        caughtUp = step;
        return this;
    }

    /** What is done in the end. */
    public OpenSubscription onClose(Step step) {
        close = step;
        return this;
    }

    List<SubscribedTopic<?, ?>> topics() {
        return List.copyOf(topics);
    }

    void caughtUp() throws Exception {
        caughtUp.run();
    }

    void close() throws Exception {
        close.run();
    }
}
