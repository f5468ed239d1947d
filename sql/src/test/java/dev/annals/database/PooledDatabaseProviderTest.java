package dev.annals.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.sql.Database;
import dev.annals.sql.DatabaseException;
import dev.annals.sql.DatabaseSettings;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PooledDatabaseProviderTest {

    private final PooledDatabaseProvider provider = new PooledDatabaseProvider();

    @TempDir
    private Path directory;

    @Test
    void opensADatabaseWithItsTablesTimeAndAgain() throws SQLException {
        for (int i = 0; i < 2; i++) {
            try (Database database = provider.open(settings("jdbc:h2:file:" + directory.resolve("db"), "good"));
                    Connection connection = database.dataSource().getConnection();
                    ResultSet counted = connection
                            .createStatement()
                            .executeQuery(
                                    "SELECT (SELECT COUNT(*) FROM things) + (SELECT COUNT(*) FROM annals_offsets)")) {
                assertThat(counted.next()).isTrue();
                assertThat(counted.getInt(1)).isZero();
            }
        }
    }

    @Test
    void saysWhichScriptIsWrong() {
        assertThatThrownBy(() -> provider.open(settings("jdbc:h2:mem:bad", "bad")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("The tables of the database jdbc:h2:mem:bad could not be brought up to date")
                .hasMessageContaining("V1__things.sql")
                .hasMessageContaining("NONSENSE");
    }

    @Test
    void saysWhereThereIsNoDatabase() {
        assertThatThrownBy(() -> provider.open(settings("jdbc:h2:tcp://localhost:1/none;PASSWORD=secret", "good")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("The database jdbc:h2:tcp://localhost:1/none;PASSWORD=… cannot be opened")
                .hasMessageContaining("sql.url (SQL_URL)")
                .hasMessageNotContaining("secret");
    }

    @Test
    void saysWhereThereIsNoDriver() {
        assertThatThrownBy(() -> provider.open(settings("jdbc:nonsense:x", "good")))
                .isInstanceOf(DatabaseException.class)
                .hasMessageContaining("jdbc:nonsense:x cannot be opened")
                .hasMessageContaining("driver");
    }

    private static DatabaseSettings settings(String url, String migrations) {
        return new DatabaseSettings(
                "shop",
                url,
                Optional.empty(),
                Optional.empty(),
                2,
                1,
                Duration.ofSeconds(5),
                "classpath:" + migrations);
    }
}
