package dev.annals.sql;

import java.util.Optional;

/**
 * Which database is opened.
 *
 * @param url as JDBC has it
 * @param connections how many there are at most
 * @param migrations where Flyway finds the scripts for the service's tables
 */
public record DatabaseSettings(
        String url, Optional<String> user, Optional<String> password, int connections, String migrations) {

    /** Without what nobody is to read in a log. */
    @Override
    public String toString() {
        return url.replaceAll("(?i)(password=)[^&;]*", "$1…");
    }
}
