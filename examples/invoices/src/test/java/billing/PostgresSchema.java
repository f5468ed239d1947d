package billing;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.UUID;
import org.junit.jupiter.api.Assumptions;

/** A schema of its own in the PostgreSQL server that the environment names, with a user of its own. */
final class PostgresSchema implements TestDatabase {

    private static final String VARIABLE = "ANNALS_POSTGRES_URL";
    private static final String NONE =
            "NOTICE: not tried with PostgreSQL. Start a server that trusts its users, and name it: " + VARIABLE
                    + "=jdbc:postgresql://localhost:5432/postgres";

    private final String server;

    /** Of the schema and of the user. */
    private final String name = "test_" + UUID.randomUUID().toString().replace("-", "");

    private PostgresSchema(String server) throws SQLException {
        this.server = server;
        execute("CREATE ROLE " + name + " LOGIN");
        execute("CREATE SCHEMA AUTHORIZATION " + name);
    }

    /** A schema, where there is a server; where there is none, the test is skipped, and says so. */
    static PostgresSchema createOrSkip() throws SQLException {
        String server = System.getenv(VARIABLE);
        if (server == null) {
            System.out.println(NONE);
            return Assumptions.abort(NONE);
        }
        return new PostgresSchema(server);
    }

    @Override
    public String url() {
        return server + (server.contains("?") ? "&" : "?") + "currentSchema=" + name;
    }

    @Override
    public String user() {
        return name;
    }

    @Override
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), "postgres", "");
    }

    @Override
    public void stop() throws SQLException {
        execute("ALTER ROLE " + name + " NOLOGIN");
        execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = '" + name + "'");
    }

    @Override
    public void start() throws SQLException {
        execute("ALTER ROLE " + name + " LOGIN");
    }

    @Override
    public String toString() {
        return "PostgreSQL";
    }

    @Override
    public void close() throws SQLException {
        execute("DROP SCHEMA " + name + " CASCADE");
        execute("DROP ROLE " + name);
    }
}
