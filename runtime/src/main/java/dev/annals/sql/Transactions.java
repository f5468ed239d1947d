package dev.annals.sql;

import dev.annals.schema.SchemaRegistryException;
import dev.annals.sql.Offsets.MovedException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.time.Duration;
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
    private final Duration timeout;

    /**
     * Transactions.
     *
     * @param timeout how long the database may take to answer
     */
    Transactions(DataSource database, Offsets offsets, Applying applying, Duration timeout) {
        this.database = database;
        this.offsets = offsets;
        this.applying = applying;
        this.timeout = timeout;
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
     * Where partitions are in the database, as far as it knows them.
     *
     * @throws SQLException when the database fails
     */
    Map<TopicPartition, Long> positions(Collection<TopicPartition> partitions) throws SQLException {
        offsets.lookAtTopics();
        Map<TopicPartition, Long> found = new HashMap<>();
        runAlone(connection -> {
            for (TopicPartition partition : partitions) {
                offsets.find(connection, partition).ifPresent(position -> found.put(partition, position));
            }
        });
        return found;
    }

    /**
     * Has a partition begin that the database does not know.
     *
     * @throws SQLException when the database fails, or another instance has had it begin meanwhile
     */
    void begin(TopicPartition partition, long first) throws SQLException {
        runAlone(connection -> offsets.insert(connection, partition, first));
    }

    /**
     * Applies events, and moves the offsets behind them.
     *
     * @param positions where the partitions are in the database
     * @return where they are there after it
     * @throws MovedException when they are no longer there; nothing is applied
     * @throws EventFailedException when one of the events cannot be applied; none is
     * @throws SQLException when the database fails; it may have committed or not
     * @throws SchemaRegistryException when a schema cannot be asked for; nothing is applied
     */
    Map<TopicPartition, Long> apply(List<ConsumerRecord<byte[], byte[]>> events, Map<TopicPartition, Long> positions)
            throws SQLException, MovedException, EventFailedException {
        Map<TopicPartition, Long> ends = ends(events);
        run(connection -> {
            lock(connection, ends.keySet(), positions);
            Connection guarded = GuardedConnection.of(connection);
            for (ConsumerRecord<byte[], byte[]> event : events) {
                apply(event, guarded);
            }
            // Last: what commits behind our back would leave events that come again, rather than events that are lost.
            moveAfter(connection, positions, ends);
        });
        return ends;
    }

    /**
     * Moves the offset behind an event that is not applied.
     *
     * @return where its partition is in the database after it
     * @throws MovedException when it is not where it was
     * @throws SQLException when the database fails
     */
    Map<TopicPartition, Long> skip(ConsumerRecord<byte[], byte[]> event, Map<TopicPartition, Long> positions)
            throws SQLException, MovedException, EventFailedException {
        Map<TopicPartition, Long> ends = ends(List.of(event));
        run(connection -> move(connection, positions, ends));
        return ends;
    }

    private static Map<TopicPartition, Long> ends(Collection<ConsumerRecord<byte[], byte[]>> events) {
        Map<TopicPartition, Long> ends = new HashMap<>();
        events.forEach(event -> ends.put(partition(event), event.offset() + 1));
        return ends;
    }

    static TopicPartition partition(ConsumerRecord<byte[], byte[]> event) {
        return new TopicPartition(event.topic(), event.partition());
    }

    private void lock(Connection connection, Collection<TopicPartition> partitions, Map<TopicPartition, Long> positions)
            throws SQLException, MovedException {
        for (TopicPartition partition : partitions) {
            offsets.lock(connection, partition, Objects.requireNonNull(positions.get(partition), "has a position"));
        }
    }

    /** A transaction that a swallowed failure has broken is what an event has led to. */
    private void moveAfter(Connection connection, Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends)
            throws SQLException, MovedException, EventFailedException {
        try {
            move(connection, positions, ends);
        } catch (SQLException e) {
            throw ownOrOfAnEvent(e);
        }
    }

    private void move(Connection connection, Map<TopicPartition, Long> positions, Map<TopicPartition, Long> ends)
            throws SQLException, MovedException {
        for (Map.Entry<TopicPartition, Long> end : ends.entrySet()) {
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

    private void runAlone(Work work) throws SQLException {
        try {
            run(work);
        } catch (MovedException | EventFailedException e) {
            throw new IllegalStateException("Nothing is moved or applied", e);
        }
    }

    private void run(Work work) throws SQLException, MovedException, EventFailedException {
        try (Connection connection = database.getConnection()) {
            limit(connection);
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

    /** A database that is gone without a word is not waited for. */
    private void limit(Connection connection) throws SQLException {
        try {
            connection.setNetworkTimeout(Runnable::run, (int) timeout.toMillis());
        } catch (SQLFeatureNotSupportedException e) {
            // Then what the driver's URL says has to do.
            return;
        }
    }

    /** What was deferred until now may fail, and is what an event has led to. */
    private static void commit(Connection connection) throws SQLException, EventFailedException {
        try {
            connection.commit();
        } catch (SQLException e) {
            throw ownOrOfAnEvent(e);
        }
    }

    /** Throws what an event has led to; returns what is the database's own. */
    private static SQLException ownOrOfAnEvent(SQLException e) throws EventFailedException {
        if (DatabaseFaults.isOne(e)) {
            return e;
        }
        throw new EventFailedException(e);
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
