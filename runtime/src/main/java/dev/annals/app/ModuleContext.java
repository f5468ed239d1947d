package dev.annals.app;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/** What a module is started with. Safe for use by several threads. */
public interface ModuleContext {

    /** The name of the service. */
    String service();

    /** A setting, from wherever settings come: {@code reports.directory} or {@code REPORTS_DIRECTORY}. */
    Optional<String> setting(String name);

    /**
     * Settings for a Kafka client of the module's own, of any kind: where the brokers are, and how they are spoken to, as the user has set it
     * with {@code kafka.}; without what is for consumers or producers alone.
     *
     * @throws IllegalStateException where the service runs without Kafka
     */
    Map<String, Object> kafka(String clientId);

    /**
     * Connections to the database of read models, whose tables are up to date; it is opened where no read model does so.
     *
     * @throws StartException when it cannot be used
     */
    DataSource database();

    /** Where its metrics belong; they are at {@code /metrics} then. */
    MeterRegistry metrics();

    /**
     * Another module, which has started earlier.
     *
     * @throws IllegalStateException where there is none
     */
    <T extends Module> T module(Class<T> type);

    /** Says that the service cannot go on: it stops in order, and the process ends with {@link ExitCode#FAILED}. */
    void fail(Throwable reason);
}
