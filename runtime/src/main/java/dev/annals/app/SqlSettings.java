package dev.annals.app;

import dev.annals.sql.DatabaseSettings;
import dev.annals.sql.ReadModelSettings;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Settings of read models in SQL.
 *
 * @param url of the database; without one, it is a file of H2's
 * @param connections how many there are at most for modules, beside one for each read model
 * @param migrations where the scripts are that make the service's tables
 */
public record SqlSettings(
        Optional<String> url,
        Optional<String> user,
        Optional<String> password,
        int connections,
        String migrations,
        ReadModelSettings readModels) {

    /**
     * The database of a service.
     *
     * @param directory where it lies that no setting names
     */
    DatabaseSettings database(String service, Path directory, int readModelCount) {
        return new DatabaseSettings(
                service,
                url.orElseGet(() -> "jdbc:h2:file:"
                        + directory.toAbsolutePath().resolve(service).toString().replace('\\', '/')
                        // By us, when nobody asks it any more.
                        + ";DB_CLOSE_ON_EXIT=FALSE"),
                user,
                password,
                connections,
                readModelCount,
                readModels.timeout(),
                migrations);
    }
}
