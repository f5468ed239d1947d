package dev.annals.app;

import dev.annals.http.ModuleRoutes;
import java.util.Optional;

/**
 * A part of a service beside those that it has anyway ({@link StandardModule}): a pool of connections, a poller, a page. It is
 * given to the service in code ({@link Service.Factory#with}), and started and stopped with it.
 *
 * <p>{@link #start} and {@link #stop} are called once each, one after the other, by one thread; {@link #unready} and the handlers of
 * routes by several.
 */
public interface Module {

    /** Where modules stand that say nothing else: after all standard ones. */
    int LAST = 1_000;

    /** What it is called in the log and in {@code /health/ready}. */
    String name();

    /**
     * Where it stands in the order of starting, and the other way round of stopping: what is smaller starts earlier, among equals what
     * was given earlier. The standard modules are at {@link StandardModule#priority()}; what is before {@link StandardModule#STREAMS}
     * starts when the service is made, its topics are there and nothing is processed yet; what is after {@link StandardModule#HTTP}
     * when state is restored and requests are answered.
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
     * Places its routes, before {@link #start}; until that has returned, and after {@link #stop}, requests of them are answered with
     * 503.
     */
    default void addRoutes(ModuleRoutes routes) {}

    /** Why the service should get no requests now; without blocking. */
    default Optional<String> unready() {
        return Optional.empty();
    }
}
