package dev.annals.app;

import dev.annals.sql.Database;
import dev.annals.sql.DatabaseException;
import dev.annals.sql.DatabaseProvider;
import dev.annals.sql.DatabaseSettings;
import java.util.ServiceLoader;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database of a service, opened when somebody first asks for it, and closed after all that may use it. Safe for use by several threads. */
final class ServiceDatabase {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceDatabase.class);

    private final Service service;
    private final Settings settings;
    private final Parts parts;
    private final Lock opening = new ReentrantLock();
    private @Nullable Database database;

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
            if (database == null) {
                database = parts.addBelow("the database", open());
            }
            return database;
        } finally {
            opening.unlock();
        }
    }

    private Database open() {
        requireOne();
        DatabaseProvider provider = ServiceLoader.load(DatabaseProvider.class)
                .findFirst()
                .orElseThrow(() -> new StartException(
                        ExitCode.WRONG_SETTING,
                        "The service %s has read models in SQL, and nothing to open a database with: put annals-sql on the class path"
                                .formatted(service.name())));
        DatabaseSettings wanted = settings.sql()
                .database(
                        service.name(),
                        LocalState.databases(settings),
                        service.readModels().size());
        LOG.info("Opening the database {}", wanted);
        try {
            return provider.open(wanted);
        } catch (DatabaseException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    /** A file of this process holds all only where no other instance can have a part. */
    private void requireOne() {
        if (settings.sql().url().isEmpty() && settings.kafka().containsKey("bootstrap.servers")) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "Read models need a database: set sql.url (SQL_URL), such as jdbc:postgresql://db:5432/billing. The one in a file, which"
                            + " needs no setting, goes with the broker in the process alone: instances on a cluster would each have a part"
                            + " of the events in a file of their own");
        }
    }
}
