package dev.annals.sql;

import dev.annals.schema.SchemaRegistryException;
import dev.annals.sql.Offsets.MovedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** Applies events and moves offsets, in transactions of the database. Used by one thread. */
final class Transactions {

    private final DataSource database;
    private final Offsets offsets;
    private final Applying applying;

    Transactions(DataSource database, Offsets offsets, Applying applying) {
        this.database = database;
        this.offsets = offsets;
        this.applying = applying;
    }

    /** What one of the events leads to is at fault, and not the database. */
    static final class EventFailedException extends Exception {

        private static final long serialVersionUID = 1L;

        EventFailedException(Throwable cause) {
            super(cause.toString(), cause);
        }

        Throwable failure() {
            return Objects.requireNonNull(getCause());
        }
    }

    /** Something that is done in a transaction. */
    @FunctionalInterface
    private interface Work {
        void run(Connection connection) throws SQLException, MovedException, EventFailedException;
    }

    /**
     * Where partitions are in the database; those that it does not know begin at their first offsets.
     *
     * @throws SQLException when the database fails
     */
    Map<TopicPartition, Long> positions(Map<TopicPartition, Long> firstOffsets) throws SQLException {
        Map<TopicPartition, Long> found = new HashMap<>();
        for (Map.Entry<TopicPartition, Long> first : firstOffsets.entrySet()) {
            // Each in a transaction of its own: where another instance inserts the same row, only that one is tried
            // again.
            try {
                run(connection ->
                        found.put(first.getKey(), offsets.position(connection, first.getKey(), first.getValue())));
            } catch (MovedException | EventFailedException e) {
                throw new IllegalStateException("Nothing is moved or applied", e);
            }
        }
        return found;
    }

    /**
     * Applies events, and moves the offsets behind them.
     *
     * @param positions where the partitions are in the database
     * @throws MovedException when they are no longer there; nothing is applied
     * @throws EventFailedException when one of the events cannot be applied; none is
     * @throws SQLException when the database fails; it may have committed or not
     * @throws SchemaRegistryException when a schema cannot be asked for; nothing is applied
     */
    void apply(List<ConsumerRecord<byte[], byte[]>> events, Map<TopicPartition, Long> positions)
            throws SQLException, MovedException, EventFailedException {
        run(connection -> {
            move(connection, events, positions);
            Connection guarded = GuardedConnection.of(connection);
            for (ConsumerRecord<byte[], byte[]> event : events) {
                apply(event, guarded);
            }
        });
    }

    /**
     * Moves the offset behind an event that is not applied.
     *
     * @throws MovedException when it is not where it was
     * @throws SQLException when the database fails
     */
    void skip(ConsumerRecord<byte[], byte[]> event, Map<TopicPartition, Long> positions)
            throws SQLException, MovedException, EventFailedException {
        run(connection -> move(connection, List.of(event), positions));
    }

    /** Where the partitions of these events are when they are applied. */
    static Map<TopicPartition, Long> ends(Collection<ConsumerRecord<byte[], byte[]>> events) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        events.forEach(event -> ends.put(partition(event), event.offset() + 1));
        return ends;
    }

    static TopicPartition partition(ConsumerRecord<byte[], byte[]> event) {
        return new TopicPartition(event.topic(), event.partition());
    }

    /** First, so that one who has lost the partition waits here for the one who has it. */
    private void move(
            Connection connection, List<ConsumerRecord<byte[], byte[]>> events, Map<TopicPartition, Long> positions)
            throws SQLException, MovedException {
        for (Map.Entry<TopicPartition, Long> end : ends(events).entrySet()) {
            long from = Objects.requireNonNull(positions.get(end.getKey()), "has a position");
            offsets.advance(connection, end.getKey(), from, end.getValue());
        }
    }

    private void apply(ConsumerRecord<byte[], byte[]> event, Connection connection)
            throws SQLException, EventFailedException {
        try {
            applying.apply(event, connection);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            if (DatabaseFaults.isOne(e)) {
                throw new SQLException("The database failed: " + e, e);
            }
            throw new EventFailedException(e);
        }
    }

    private void run(Work work) throws SQLException, MovedException, EventFailedException {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            boolean done = false;
            try {
                work.run(connection);
                commit(connection);
                done = true;
            } finally {
                if (!done) {
                    rollBack(connection);
                }
            }
        }
    }

    /** What was deferred until now may fail, and is what an event has led to. */
    private static void commit(Connection connection) throws SQLException, EventFailedException {
        try {
            connection.commit();
        } catch (SQLException e) {
            if (DatabaseFaults.isOne(e)) {
                throw e;
            }
            throw new EventFailedException(e);
        }
    }

    private static void rollBack(Connection connection) {
        try {
            connection.rollback();
        } catch (SQLException e) {
            // Without a connection there is nothing left to roll back; the pool looks at it when it is closed.
            return;
        }
    }
}
