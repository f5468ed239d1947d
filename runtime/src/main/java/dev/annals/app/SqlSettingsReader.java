package dev.annals.app;

import dev.annals.sql.ReadModelSettings;
import dev.annals.subscription.SubscriptionSettings;
import java.time.Duration;

/** Reads the settings of read models in SQL. */
final class SqlSettingsReader {

    private final SettingsReader reader;

    SqlSettingsReader(SettingsReader reader) {
        this.reader = reader;
    }

    SqlSettings read(SubscriptionSettings subscriptions) {
        return new SqlSettings(
                reader.find("sql.url"),
                reader.find("sql.user"),
                reader.find("sql.password"),
                (int) reader.wholeNumber("sql.connections", 10, 1, 10_000),
                reader.text("sql.migrations", "classpath:db/migration"),
                new ReadModelSettings(
                        (int) reader.wholeNumber("sql.batch.events", 500, 1, 100_000),
                        (int) reader.wholeNumber("sql.attempts", 5, 1, 1_000_000),
                        Duration.ofMillis(reader.wholeNumber("sql.timeout.ms", 30_000, 1_000, 240_000)),
                        subscriptions.backoff(),
                        subscriptions.drain()));
    }
}
