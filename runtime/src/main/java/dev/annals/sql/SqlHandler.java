package dev.annals.sql;

import dev.annals.EventContext;
import java.sql.Connection;

/**
 * What is done to the database when something has happened; generated from a read model's methods.
 *
 * @param <K> the type of the events' keys
 * @param <E> the events
 */
@FunctionalInterface
public interface SqlHandler<K, E> {

    /**
     * Applies an event.
     *
     * @param sql the connection of the transaction, which is not to be ended
     */
    void on(E event, EventContext<K> context, Connection sql) throws Exception;
}
