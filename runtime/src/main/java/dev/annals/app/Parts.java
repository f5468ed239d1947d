package dev.annals.app;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What has started of a service, to be closed the other way round. Safe for use by several threads. */
final class Parts {

    private static final Logger LOG = LoggerFactory.getLogger(Parts.class);

    static final String TOLD_TO_STOP = "The service was told to stop while it was starting";

    private final Deque<Part> parts = new ArrayDeque<>();
    private final Object closing = new Object();
    private boolean closed;

    private record Part(String name, AutoCloseable handle) {}

    /**
     * Takes a part that has started.
     *
     * @throws StartException when all is being stopped; then the part is stopped at once
     */
    <T extends AutoCloseable> T add(String name, T handle) {
        return add(name, handle, parts::addFirst);
    }

    /** The same of one that is stopped after all others. */
    <T extends AutoCloseable> T addBelow(String name, T handle) {
        return add(name, handle, parts::addLast);
    }

    private <T extends AutoCloseable> T add(String name, T handle, Consumer<Part> place) {
        Part part = new Part(name, handle);
        synchronized (this) {
            if (!closed) {
                place.accept(part);
                return handle;
            }
        }
        close(part);
        throw new StartException(ExitCode.STOPPED, TOLD_TO_STOP);
    }

    /**
     * A part of this type.
     *
     * @throws IllegalStateException when there is none
     */
    synchronized <T> T get(Class<T> type) {
        return parts.stream()
                .map(Part::handle)
                .filter(type::isInstance)
                .map(type::cast)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "There is no %s: the service has stopped, or runs without it".formatted(type.getSimpleName())));
    }

    /** All parts of this type, the last one first. */
    synchronized <T> List<T> all(Class<T> type) {
        return parts.stream()
                .map(Part::handle)
                .filter(type::isInstance)
                .map(type::cast)
                .toList();
    }

    synchronized boolean has(Class<?> type) {
        return parts.stream().anyMatch(part -> type.isInstance(part.handle()));
    }

    /** Takes no more parts. */
    synchronized void refuse() {
        closed = true;
    }

    /** Stops all, the last one first; takes none any more. A second call returns when the first is done. */
    void close() {
        // One after another, also where a start that fails and a signal stop it at the same time.
        synchronized (closing) {
            for (Part part = poll(); part != null; part = poll()) {
                LOG.info("Stopping {}", part.name());
                close(part);
            }
        }
    }

    private synchronized @Nullable Part poll() {
        closed = true;
        return parts.poll();
    }

    private static void close(Part part) {
        try {
            part.handle().close();
        } catch (Throwable e) {
            // Of an error, too: the others are to stop in order.
            LOG.error("{} did not stop in order", part.name(), e);
        }
    }
}
