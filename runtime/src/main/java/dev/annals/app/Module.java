package dev.annals.app;

import dev.annals.http.ModuleRoutes;
import java.util.Optional;

/**
 * A part of a service beside those that it has anyway ({@link StandardModule}): a pool of connections, a poller, a page. It is
 * given to the service in code ({@link Service.Factory#with}), and started and stopped with it.
 *
 * <p>One is made for each start of the service. {@link #start} and {@link #stop} are called once each, the second after the first has
 * returned, perhaps by another thread: a start that is under way when the service is told to stop is interrupted. {@link #unready} and the
 * handlers of routes are called by several threads.
 */
public interface Module {

    /** Where modules stand that say nothing else: after all standard ones. */
    int LAST = 1_000;

    /** What it is called in the log and in {@code /health/ready}. */
    String name();

    /**
     * Where it stands in the order of starting, and the other way round of stopping: what is smaller starts earlier, among equals what
     * was given earlier. There are four places:
     *
     * <ul>
     *   <li>before {@link StandardModule#STREAMS}: Kafka and the schemas are there, and the service's topics
     *   <li>before {@link StandardModule#SUBSCRIPTIONS}, and
     *   <li>before {@link StandardModule#HTTP}: nothing is processed yet, and no request answered
     *   <li>after that: state is restored, events are processed, and requests answered
     * </ul>
     */
    default int priority() {
        return LAST;
    }

    /**
     * Starts it, and returns when it works.
     *
     * @throws Exception when it cannot; the service then stops again, and says why
     */
    void start(ModuleContext context) throws Exception;

    /** Stops it; also where {@link #start} has thrown. */
    default void stop() throws Exception {}

    /**
     * Places its routes, before {@link #start}. Until that has returned, and from {@link #stop} on, requests for them are answered with
     * 503.
     */
    default void addRoutes(ModuleRoutes routes) {}

    /** Why the service should get no requests now; without blocking. */
    default Optional<String> unready() {
        return Optional.empty();
    }
}
