package dev.annals.sql;

import java.time.Duration;
import java.util.Optional;

/**
 * Which database is opened.
 *
 * @param service whose it is
 * @param url as JDBC has it
 * @param readers how many connections there are at most for those who read
 * @param writers how many read models there are, each with a connection
 * @param timeout how long the database may take to answer
 * @param migrations where Flyway finds the scripts for the service's tables
 */
public record DatabaseSettings(
        String service,
        String url,
        Optional<String> user,
        Optional<String> password,
        int readers,
        int writers,
        Duration timeout,
        String migrations) {

    /** Without what nobody is to read in a log. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1…").replaceAll("//[^/@]*@", "//…@");
    }
}
