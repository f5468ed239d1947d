package dev.annals.app;

import dev.annals.sql.Database;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The database of a service, opened when somebody first asks for it, and closed after all that may use it. Safe for use by several threads. */
final class ServiceDatabase {

    private final Service service;
    private final Settings settings;
    private final Parts parts;
    private final Lock opening = new ReentrantLock();
    private @Nullable Database open;

    ServiceDatabase(Service service, Settings settings, Parts parts) {
        this.service = service;
        this.settings = settings;
        this.parts = parts;
    }

    /**
     * The database, which is open.
     *
     * @throws StartException when nothing can open it, or it cannot be used
     */
    Database get() {
        opening.lock();
        try {
            if (open == null) {
                open = parts.addBelow("the database", ReadModelStart.open(service, settings));
            }
            return open;
        } finally {
            opening.unlock();
        }
    }
}
