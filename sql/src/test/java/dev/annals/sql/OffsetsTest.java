package dev.annals.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.annals.database.PooledDatabaseProvider;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** How far a read model has come, in a real database. */
@ParameterizedClass
@EnumSource
class OffsetsTest {

    private static final TopicPartition PARTITION = new TopicPartition("shop.orders.events", 1);
    private static final Duration TIMEOUT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofSeconds(2);

    private final TestDatabase where;
    private final Offsets offsets = offsets("shop.list", "topic-1");
    private Database database;
    private Connection connection;

    OffsetsTest(TestDatabase where) {
        this.where = where;
    }

    @BeforeEach
    void connect() throws SQLException {
        where.createOrSkip();
        database = new PooledDatabaseProvider().open(where.settings(TIMEOUT));
        connection = database.dataSource().getConnection();
        connection.setAutoCommit(false);
    }

    @AfterEach
    void close() throws SQLException {
        if (database != null) {
            connection.close();
            database.close();
            where.drop();
        }
    }

    @Test
    void positionIsWhereItWasMovedTo() throws Exception {
        assertThat(offsets.find(connection, PARTITION)).isEmpty();
        offsets.insert(connection, PARTITION, 5);
        offsets.lock(connection, PARTITION, 5);
        offsets.advance(connection, PARTITION, 5, 9);

        assertThat(offsets.find(connection, PARTITION)).contains(9L);
        assertThat(offsets("shop.other", "topic-1").find(connection, PARTITION)).isEmpty();
        assertThat(offsets.find(connection, new TopicPartition("shop.orders.events", 2)))
                .isEmpty();
    }

    @Test
    void whoHasAnotherPositionCannotMoveIt() throws Exception {
        offsets.insert(connection, PARTITION, 5);

        assertThatThrownBy(() -> offsets.lock(connection, PARTITION, 4)).isInstanceOf(Offsets.MovedException.class);
        assertThatThrownBy(() -> offsets.advance(connection, PARTITION, 4, 6))
                .isInstanceOf(Offsets.MovedException.class)
                .hasMessage("shop.orders.events-1 is no longer at 4 in the database");
        assertThat(offsets.find(connection, PARTITION)).contains(5L);
    }

    @Test
    void twoCannotBeginTheSamePartition() throws Exception {
        offsets.insert(connection, PARTITION, 0);
        connection.commit();

        try (Connection other = database.dataSource().getConnection()) {
            assertThatThrownBy(() -> offsets.insert(other, PARTITION, 0)).isInstanceOf(SQLException.class);
        }
    }

    /** Whoever waits is told of the database, not of an event, and has the row when the other one's time is over. */
    @Test
    void rowOfOneWhoHangsIsFreeAgain() throws Exception {
        assumeTrue(where == TestDatabase.POSTGRESQL, "How long others wait is for them to say");
        offsets.insert(connection, PARTITION, 5);
        connection.commit();
        try (Database impatient = new PooledDatabaseProvider().open(where.settings(SHORT));
                Connection holder = impatient.dataSource().getConnection()) {
            holder.setAutoCommit(false);
            offsets.lock(holder, PARTITION, 5);

            await().atMost(Duration.ofMinutes(1)).until(() -> isFree(impatient));
            assertThatThrownBy(holder::commit).isInstanceOf(SQLException.class);
        }
    }

    private boolean isFree(Database from) throws Exception {
        try (Connection other = from.dataSource().getConnection()) {
            other.setAutoCommit(false);
            offsets.lock(other, PARTITION, 5);
            other.rollback();
            return true;
        } catch (SQLException e) {
            assertThat(DatabaseFaults.isOne(e)).as(e.toString()).isTrue();
            return false;
        }
    }

    @Test
    void topicThatWasMadeAgainIsRefused() throws Exception {
        offsets.insert(connection, PARTITION, 5);

        assertThatThrownBy(() -> offsets("shop.list", "topic-2").find(connection, PARTITION))
                .isInstanceOf(OffsetsUnusableException.class)
                .hasMessageContaining("of another topic shop.orders.events (id topic-1; this one is topic-2)");
    }

    @Test
    void topicThatIsMadeAgainMeanwhileIsRefused() throws Exception {
        AtomicReference<String> topicId = new AtomicReference<>("topic-1");
        Offsets running = offsets("shop.list", topicId::get);
        running.insert(connection, PARTITION, 5);
        topicId.set("topic-2");

        running.lookAtTopics();

        assertThatThrownBy(() -> running.find(connection, PARTITION)).isInstanceOf(OffsetsUnusableException.class);
    }

    private static Offsets offsets(String readModel, String topicId) {
        return offsets(readModel, () -> topicId);
    }

    private static Offsets offsets(String readModel, Supplier<String> topicId) {
        Offsets offsets = new Offsets(readModel, () -> Map.of(PARTITION.topic(), topicId.get()), TIMEOUT);
        offsets.lookAtTopics();
        return offsets;
    }
}
