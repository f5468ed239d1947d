package dev.annals.sql;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Assumptions;

/** The databases that are tried, each empty. */
enum TestDatabase {

    /** In memory, until the last connection is closed. */
    H2 {
        @Override
        void createOrSkip() {}

        @Override
        DatabaseSettings settings(Duration timeout) {
            return of("jdbc:h2:mem:offsets", Optional.empty(), timeout);
        }

        @Override
        void drop() {}
    },

    /** A schema of the server that the environment names; where it names none, the test is skipped, and says so. */
    POSTGRESQL {
        @Override
        void createOrSkip() throws SQLException {
            if (SERVER.isEmpty()) {
                System.out.println(NONE);
                Assumptions.abort(NONE);
            }
            drop();
            execute("CREATE SCHEMA annals_offsets_test");
        }

        @Override
        DatabaseSettings settings(Duration timeout) {
            return of(
                    SERVER + (SERVER.contains("?") ? "&" : "?") + "currentSchema=annals_offsets_test",
                    Optional.of("postgres"),
                    timeout);
        }

        @Override
        void drop() throws SQLException {
            execute("DROP SCHEMA IF EXISTS annals_offsets_test CASCADE");
        }

        private static void execute(String statement) throws SQLException {
            try (Connection connection = DriverManager.getConnection(SERVER, "postgres", "")) {
                connection.createStatement().execute(statement);
            }
        }
    };

    private static final String VARIABLE = "ANNALS_POSTGRES_URL";
    private static final String SERVER = Objects.requireNonNullElse(System.getenv(VARIABLE), "");
    private static final String NONE =
            "NOTICE: not tried with PostgreSQL. Start a server that trusts its users, and name it: " + VARIABLE
                    + "=jdbc:postgresql://localhost:5432/postgres";

    abstract void createOrSkip() throws SQLException;

    abstract DatabaseSettings settings(Duration timeout);

    abstract void drop() throws SQLException;

    private static DatabaseSettings of(String url, Optional<String> user, Duration timeout) {
        return new DatabaseSettings("shop", url, user, user.map(name -> ""), 2, 2, timeout, "classpath:good");
    }
}
