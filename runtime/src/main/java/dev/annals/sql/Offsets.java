package dev.annals.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a read model has come, in the database that it is in: a row for each partition. Whoever applies events moves the row from
 * where they begin, so that of two who have the same partition - one has not heard yet that it is no longer its own - only one can.
 */
public final class Offsets {

    /** The table, as it has to be there. */
    public static final String TABLE = "annals_offsets";

    private final String readModel;
    private final Supplier<Map<String, String>> topics;
    private final Duration timeout;
    private volatile Map<String, String> topicIds = Map.of();

    /**
     * The offsets of a read model.
     *
     * @param topics asks for the ids of the topics that it reads
     * @param timeout how long a row is waited for that another transaction holds
     */
    public Offsets(String readModel, Supplier<Map<String, String>> topics, Duration timeout) {
        this.readModel = readModel;
        this.topics = topics;
        this.timeout = timeout;
    }

    /** Others have moved a row: what was read is not to be applied. */
    static final class MovedException extends Exception {

        private static final long serialVersionUID = 1L;

        MovedException(TopicPartition partition, long from) {
            super("%s is no longer at %d in the database".formatted(partition, from));
        }
    }

    /** Looks which topics there are, before positions are found: one may have been made again while the service runs. */
    void lookAtTopics() {
        topicIds = Map.copyOf(topics.get());
    }

    /**
     * Holds a partition's row until the end of the transaction, so that one who has lost the partition waits for the one who has it.
     *
     * @throws MovedException when it is not where it should be
     */
    void lock(Connection connection, TopicPartition partition, long at) throws SQLException, MovedException {
        try (PreparedStatement select = statement(
                connection,
                "SELECT next_offset FROM annals_offsets"
                        + " WHERE read_model = ? AND topic = ? AND partition_number = ? FOR UPDATE")) {
            name(select, 1, partition);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next() || found.getLong(1) != at) {
                    throw new MovedException(partition, at);
                }
            }
        }
    }

    /**
     * Moves a partition's row.
     *
     * @throws MovedException when it is not where it is moved from
     */
    void advance(Connection connection, TopicPartition partition, long from, long to)
            throws SQLException, MovedException {
        try (PreparedStatement update = statement(
                connection,
                "UPDATE annals_offsets SET next_offset = ?"
                        + " WHERE read_model = ? AND topic = ? AND partition_number = ? AND next_offset = ?")) {
            update.setLong(1, to);
            name(update, 2, partition);
            update.setLong(5, from);
            if (update.executeUpdate() != 1) {
                throw new MovedException(partition, from);
            }
        }
    }

    /**
     * The first offset of a partition that is not applied yet; nothing where it has no row.
     *
     * @throws OffsetsUnusableException when the row is of another topic
     */
    Optional<Long> find(Connection connection, TopicPartition partition) throws SQLException {
        try (PreparedStatement select = statement(
                connection,
                "SELECT next_offset, topic_id FROM annals_offsets"
                        + " WHERE read_model = ? AND topic = ? AND partition_number = ?")) {
            name(select, 1, partition);
            try (ResultSet found = select.executeQuery()) {
                if (!found.next()) {
                    return Optional.empty();
                }
                requireSame(partition, found.getString(2));
                return Optional.of(found.getLong(1));
            }
        }
    }

    private void requireSame(TopicPartition partition, String id) {
        if (!id.equals(topicIds.get(partition.topic()))) {
            throw new OffsetsUnusableException(
                    "The database has the read model %s of another topic %s (id %s; this one is %s): it was made again, or is of another cluster. Use another database, or build the read model anew: while no instance runs, empty its tables, and delete its rows in %s"
                            .formatted(readModel, partition.topic(), id, topicIds.get(partition.topic()), TABLE));
        }
    }

    /** Makes a row; where another instance has made it meanwhile, this fails, and the row can be found. */
    void insert(Connection connection, TopicPartition partition, long first) throws SQLException {
        try (PreparedStatement insert = statement(
                connection,
                "INSERT INTO annals_offsets"
                        + " (read_model, topic, partition_number, topic_id, next_offset) VALUES (?, ?, ?, ?, ?)")) {
            name(insert, 1, partition);
            insert.setString(4, Objects.requireNonNull(topicIds.get(partition.topic()), partition::topic));
            insert.setLong(5, first);
            insert.executeUpdate();
        }
    }

    private PreparedStatement statement(Connection connection, String sql) throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        statement.setQueryTimeout((int) Math.max(1, timeout.toSeconds()));
        return statement;
    }

    private void name(PreparedStatement statement, int first, TopicPartition partition) throws SQLException {
        statement.setString(first, readModel);
        statement.setString(first + 1, partition.topic());
        statement.setInt(first + 2, partition.partition());
    }
}
