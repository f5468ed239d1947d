package dev.annals.database;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.pool.HikariPool;
import dev.annals.sql.Database;
import dev.annals.sql.DatabaseException;
import dev.annals.sql.DatabaseProvider;
import dev.annals.sql.DatabaseSettings;
import java.time.Duration;
import javax.sql.DataSource;
import org.flywaydb.core.api.FlywayException;

/** Opens databases with a pool of connections, and brings their tables up to date. */
public final class PooledDatabaseProvider implements DatabaseProvider {

    /** How long one waits for a connection: a read of a page, or a batch, which is tried again. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private static final String UNKNOWN_TO_FLYWAY = "No database found to handle";

    @Override
    public Database open(DatabaseSettings settings) {
        HikariDataSource writers = connect(settings, "writers", settings.writers());
        try {
            new Migrations(settings).run();
            return new PooledDatabase(connect(settings, "readers", settings.readers()), writers);
        } catch (FlywayException e) {
            writers.close();
            throw refused(settings, e);
        } catch (RuntimeException e) {
            writers.close();
            throw e;
        }
    }

    private static DatabaseException refused(DatabaseSettings settings, FlywayException e) {
        String message = String.valueOf(e.getMessage());
        boolean unknown = message.contains(UNKNOWN_TO_FLYWAY);
        return new DatabaseException(
                "The tables of the database %s could not be brought up to date: %s. %s"
                        .formatted(
                                settings,
                                message,
                                unknown
                                        ? "Put Flyway's artifact for it on the class path, such as org.flywaydb:flyway-database-postgresql"
                                        : "Mend the scripts in sql.migrations=%s, or the database"
                                                .formatted(settings.migrations())),
                e);
    }

    private static HikariDataSource connect(DatabaseSettings settings, String name, int connections) {
        HikariConfig config = new HikariConfig();
        config.setPoolName(settings.service() + "-" + name);
        config.setJdbcUrl(settings.url());
        settings.user().ifPresent(config::setUsername);
        settings.password().ifPresent(config::setPassword);
        config.setMaximumPoolSize(Math.max(1, connections));
        config.setMinimumIdle(1);
        config.setExceptionOverride(new BrokenConnections());
        config.setConnectionTimeout(PATIENCE.toMillis());
        if (settings.url().startsWith("jdbc:postgresql:")) {
            limit(config, settings);
        }
        try {
            return new HikariDataSource(config);
        } catch (HikariPool.PoolInitializationException | IllegalArgumentException e) {
            throw new DatabaseException(
                    "The database %s cannot be opened: %s. Look at sql.url (SQL_URL), sql.user and sql.password, and whether it runs"
                            .formatted(settings, reason(e)),
                    e);
        } catch (RuntimeException e) {
            // Of a driver that is not there.
            throw new DatabaseException(
                    "The database %s cannot be opened: %s. Look at sql.url (SQL_URL), and put its driver on the class path"
                            .formatted(settings, reason(e)),
                    e);
        }
    }

    /** Neither side waits without end for the other: a process that hangs in a transaction would keep its rows from all others. */
    private static void limit(HikariConfig config, DatabaseSettings settings) {
        long millis = settings.timeout().toMillis();
        config.addDataSourceProperty("socketTimeout", Long.toString(Math.max(1, millis / 1000 + 1)));
        config.setConnectionInitSql(
                "SET statement_timeout = %d; SET idle_in_transaction_session_timeout = %d".formatted(millis, millis));
    }

    private static String reason(Throwable failure) {
        Throwable cause = failure;
        while (cause.getCause() != null) {
            cause = cause.getCause();
        }
        return String.valueOf(cause.getMessage());
    }

    /** A database with its pools. */
    private record PooledDatabase(HikariDataSource readers, HikariDataSource writers) implements Database {

        @Override
        public DataSource dataSource() {
            return readers;
        }

        @Override
        public void close() {
            readers.close();
            writers.close();
        }
    }
}
