package billing;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/** A real database, reached over a socket, which nobody else uses. */
interface TestDatabase extends AutoCloseable {

    /** The databases that read models are tried with. */
    enum Kind {
        H2 {
            @Override
            TestDatabase open(Path directory) throws SQLException {
                return new H2Server(directory);
            }
        },
        POSTGRESQL {
            @Override
            TestDatabase open(Path directory) throws SQLException {
                return PostgresSchema.createOrSkip();
            }
        };

        /**
         * A database in which there is nothing yet.
         *
         * @param directory for its files, where it is in this process
         */
        abstract TestDatabase open(Path directory) throws SQLException;
    }

    String url();

    /** Whom the service is to be. */
    String user();

    /** Connects as one to whom nothing is refused. */
    default Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), user(), "");
    }

    /** For a service that is to use it. */
    default Map<String, String> settings() {
        return Map.of("sql.url", url(), "sql.user", user(), "sql.password", "");
    }

    /** Ends all connections of the service, and lets it make none. */
    void stop() throws SQLException;

    /** Lets it connect again. */
    void start() throws SQLException;

    /** The list: by id, what is shown of the invoice. */
    default Map<UUID, String> rows() throws SQLException {
        Map<UUID, String> rows = new TreeMap<>();
        try (Connection connection = connect();
                ResultSet found = connection
                        .createStatement()
                        .executeQuery("SELECT id, customer, total, paid FROM invoice_list")) {
            while (found.next()) {
                rows.put(
                        found.getObject(1, UUID.class),
                        "%s %s %s".formatted(found.getString(2), found.getBigDecimal(3), found.getBoolean(4)));
            }
        }
        return rows;
    }

    /** How many events have been applied. */
    default long applied() throws SQLException {
        try (Connection connection = connect();
                ResultSet sum = connection
                        .createStatement()
                        .executeQuery("SELECT COALESCE(SUM(next_offset), 0) FROM annals_offsets")) {
            sum.next();
            return sum.getLong(1);
        }
    }

    /** Changes what is there. */
    default void execute(String statement) throws SQLException {
        try (Connection connection = connect()) {
            connection.createStatement().execute(statement);
        }
    }

    @Override
    void close() throws SQLException;
}
