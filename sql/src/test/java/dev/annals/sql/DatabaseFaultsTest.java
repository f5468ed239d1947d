package dev.annals.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which failures are the database's own. */
class DatabaseFaultsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "08006", "28P01", "40001", "40P01", "53300", "57P01", "57014", "55P03", "25006", "58030", "90098",
                "42P01", "42S02"
            })
    void thoseThatPassOrAreMendedForAllEventsAlike(String state) {
        assertThat(DatabaseFaults.isOne(new IllegalStateException(new SQLException("", state))))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"22001", "23505", "23503", "42601", "25P02", "22P02"})
    void thoseOfWhatAnEventLedTo(String state) {
        assertThat(DatabaseFaults.isOne(new SQLException("", state))).isFalse();
    }

    @Test
    void thoseWithoutAState() {
        assertThat(DatabaseFaults.isOne(new SQLTransientConnectionException("No connection")))
                .isTrue();
        assertThat(DatabaseFaults.isOne(new SQLException("Nothing"))).isFalse();
        assertThat(DatabaseFaults.isOne(new IllegalStateException("No SQL"))).isFalse();
    }
}
