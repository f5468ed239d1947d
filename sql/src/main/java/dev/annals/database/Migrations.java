package dev.annals.database;

import dev.annals.sql.DatabaseSettings;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

/** Brings the tables of a database up to date: that of offsets, then those of the service, whose scripts may use the first. */
final class Migrations {

    private final DataSource database;
    private final DatabaseSettings settings;

    Migrations(DataSource database, DatabaseSettings settings) {
        this.database = database;
        this.settings = settings;
    }

    /** Runs what has not run in this database yet. Of several instances that start at the same time, one does. */
    void run() {
        // Both share a schema with what is there already: each starts with nothing of its own.
        Flyway.configure()
                .dataSource(database)
                .table("annals_migrations")
                .locations("classpath:dev/annals/database/migration")
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
        Flyway.configure()
                .dataSource(database)
                .locations(settings.migrations())
                .baselineOnMigrate(true)
                .baselineVersion("0")
                .load()
                .migrate();
    }
}
