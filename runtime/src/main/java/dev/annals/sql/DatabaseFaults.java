package dev.annals.sql;

import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells failures of the database, which pass or are mended, from those of what it was asked. */
public final class DatabaseFaults {

    /**
     * Beginnings of SQLSTATE (ISO/IEC 9075-2; <a href="https://www.postgresql.org/docs/current/errcodes-appendix.html">PostgreSQL</a>):
     * no connection, no access, rolled back (deadlock, serialization), resources, intervention by an operator, system errors, time-outs.
     */
    private static final List<String> CLASSES = List.of("08", "28", "40", "53", "57P", "58", "HYT");

    /**
     * Of PostgreSQL: statements, locks and transactions that take too long, a server that only reads. Of <a
     * href="https://h2database.com/javadoc/org/h2/api/ErrorCode.html">H2</a>: the connection is broken, the database closed or full. Of
     * both: tables, columns, schemas or privileges that are not there, which somebody has still to see to, for all events alike.
     */
    private static final Set<String> STATES = Set.of(
            "57014", "55P03", "25P03", "25P04", "25006", //
            "90067", "90098", "90121", "90108", "90028", "90031", //
            "42P01", "42703", "42501", "3F000", "42S02", "42S22", "42S03", "42S04", "90096", "90079");

    private DatabaseFaults() {}

    /** Whether it, or what it comes from, is the database's own failure. */
    public static boolean isOne(@Nullable Throwable failure) {
        int depth = 0;
        for (Throwable cause = failure; cause != null && depth < 20; cause = cause.getCause(), depth++) {
            if (cause instanceof SQLException sql && isOne(sql)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOne(SQLException failure) {
        String state = failure.getSQLState();
        return failure instanceof SQLTransientException
                || failure instanceof SQLRecoverableException
                || failure instanceof SQLNonTransientConnectionException
                || (state != null && (STATES.contains(state) || CLASSES.stream().anyMatch(state::startsWith)));
    }
}
