package dev.annals.sql;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a read model has come, in the database that it is in: a row for each partition. Whoever applies events moves the row from
 * where they begin, so that of two who have the same partition - one has not heard yet that it is no longer its own - only one can.
 */
public final class Offsets {

    /** The table, as it has to be there. */
    public static final String TABLE = "annals_offsets";

    private final String readModel;
    private final Map<String, String> topicIds;

    /**
     * The offsets of a read model.
     *
     * @param topicIds the ids of the topics that it reads
     */
    public Offsets(String readModel, Map<String, String> topicIds) {
        this.readModel = readModel;
        this.topicIds = Map.copyOf(topicIds);
    }

    /** Others have moved a row: what was read is not to be applied. */
    static final class MovedException extends Exception {

        private static final long serialVersionUID = 1L;

        MovedException(TopicPartition partition, long from) {
            super("%s is no longer at %d in the database".formatted(partition, from));
        }
    }

    /**
     * The first offset of a partition that is not applied yet.
     *
     * @param first where it begins that has no row yet, and gets one
     * @throws OffsetsUnusableException when the row is of another topic
     */
    long position(Connection connection, TopicPartition partition, long first) throws SQLException {
        Optional<Long> known = find(connection, partition);
        if (known.isPresent()) {
            return known.get();
        }
        insert(connection, partition, first);
        return first;
    }

    /**
     * Moves a partition's row.
     *
     * @throws MovedException when it is not where it is moved from
     */
    void advance(Connection connection, TopicPartition partition, long from, long to)
            throws SQLException, MovedException {
        try (PreparedStatement update = connection.prepareStatement("UPDATE annals_offsets SET next_offset = ?"
                + " WHERE read_model = ? AND topic = ? AND partition_number = ? AND next_offset = ?")) {
            update.setLong(1, to);
            update.setString(2, readModel);
            update.setString(3, partition.topic());
            update.setInt(4, partition.partition());
            update.setLong(5, from);
            if (update.executeUpdate() != 1) {
                throw new MovedException(partition, from);
            }
        }
    }

    private Optional<Long> find(Connection connection, TopicPartition partition) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("SELECT next_offset, topic_id FROM annals_offsets"
                + " WHERE read_model = ? AND topic = ? AND partition_number = ?")) {
            select.setString(1, readModel);
            select.setString(2, partition.topic());
            select.setInt(3, partition.partition());
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
                    "The database has the read model %s of another topic %s (id %s; this one is %s): it was made again, or is of another cluster. Use another database, or build the read model anew: empty its tables, and delete its rows in %s"
                            .formatted(readModel, partition.topic(), id, topicIds.get(partition.topic()), TABLE));
        }
    }

    private void insert(Connection connection, TopicPartition partition, long first) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO annals_offsets"
                + " (read_model, topic, partition_number, topic_id, next_offset) VALUES (?, ?, ?, ?, ?)")) {
            insert.setString(1, readModel);
            insert.setString(2, partition.topic());
            insert.setInt(3, partition.partition());
            insert.setString(4, Objects.requireNonNull(topicIds.get(partition.topic()), partition::topic));
            insert.setLong(5, first);
            insert.executeUpdate();
        }
    }
}
