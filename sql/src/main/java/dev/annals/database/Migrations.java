package dev.annals.database;

import dev.annals.sql.DatabaseSettings;
import org.flywaydb.core.Flyway;

/** Brings the tables of a database up to date: that of offsets, then those of the service, whose scripts may use the first. */
final class Migrations {

    private final DatabaseSettings settings;

    Migrations(DatabaseSettings settings) {
        this.settings = settings;
    }

    /** Runs what has not run in this database yet. Of several instances that start at the same time, one does. */
    void run() {
        // In a history of their own each, so that services may share a schema with each other, and with what is there
        // already.
        migrate("annals_migrations", "classpath:dev/annals/database/migration");
        migrate(settings.service().replace('-', '_') + "_migrations", settings.migrations());
    }

    /** On connections of its own, of which it takes several. */
    private void migrate(String history, String scripts) {
        Flyway.configure()
                .dataSource(
                        settings.url(),
                        settings.user().orElse(null),
                        settings.password().orElse(null))
                .table(history)
                .locations(scripts)
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
