package dev.annals.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Read models cannot end the transaction that they are in. */
class GuardedConnectionTest {

    private Connection connection;
    private Connection guarded;

    @BeforeEach
    void connect() throws SQLException {
        connection = DriverManager.getConnection("jdbc:h2:mem:");
        connection.setAutoCommit(false);
        guarded = GuardedConnection.of(connection);
    }

    @AfterEach
    void close() throws SQLException {
        connection.close();
    }

    @Test
    void transactionIsNotEnded() {
        refuses(() -> guarded.commit());
        refuses(() -> guarded.rollback());
        refuses(() -> guarded.setAutoCommit(true));
        refuses(() -> guarded.abort(Runnable::run));
    }

    @Test
    void whoUnwrapsItHasItStill() throws SQLException {
        refuses(() -> guarded.unwrap(Connection.class).commit());
        assertThat(guarded.unwrap(connection.getClass())).isSameAs(connection);
    }

    @Test
    void restIsDone() throws SQLException {
        guarded.setAutoCommit(false);
        guarded.createStatement().execute("CREATE TABLE t (a INT)");
        Savepoint before = guarded.setSavepoint();
        guarded.createStatement().execute("INSERT INTO t VALUES (1)");
        guarded.rollback(before);
        guarded.close();

        assertThat(connection.isClosed()).isFalse();
        assertThat(List.of(guarded)).contains(guarded);
        assertThatThrownBy(() -> guarded.createStatement().execute("NONSENSE"))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("NONSENSE");
    }

    private static void refuses(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(SQLException.class).hasMessageContaining("is not for a read model");
    }
}
