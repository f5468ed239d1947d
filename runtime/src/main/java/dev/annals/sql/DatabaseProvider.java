package dev.annals.sql;

/**
 * Opens databases. Found by {@link java.util.ServiceLoader}, so that a service has one as soon as {@code annals-sql} is on its class
 * path.
 */
public interface DatabaseProvider {

    /**
     * Opens a database, and brings its tables up to date: {@link Offsets#TABLE}, then those of the service.
     *
     * @throws DatabaseException when that cannot be done; the message says why and what to do
     */
    Database open(DatabaseSettings settings);
}
