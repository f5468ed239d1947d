package billing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import java.util.UUID;

/** A schema of its own in the PostgreSQL server that the environment names. */
final class PostgresSchema implements TestDatabase {

    static final String VARIABLE = "ANNALS_POSTGRES_URL";

    private final String server;
    private final String schema = "test_" + UUID.randomUUID().toString().replace("-", "");

    PostgresSchema() throws SQLException {
        server = serverUrl().orElseThrow();
        execute("CREATE SCHEMA " + schema);
    }

    /** The server, where there is one: {@code jdbc:postgresql://localhost:5432/postgres}. */
    static Optional<String> serverUrl() {
        return Optional.ofNullable(System.getenv(VARIABLE));
    }

    @Override
    public String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    }

    @Override
    public String user() {
        return "postgres";
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }

    @Override
    public void close() throws SQLException {
        execute("DROP SCHEMA " + schema + " CASCADE");
    }

    private void execute(String statement) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server, user(), "")) {
            connection.createStatement().execute(statement);
        }
    }
}
