package dev.annals.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service is made of; each can be left out ({@link Service.Factory#without}). They are made in this order, and stop the other way
 * round; streams and subscriptions process from when HTTP answers.
 */
public enum StandardModule {
    /** All that speaks to Kafka: without it, there are no streams, no subscriptions, no read models and no broker in the process. */
    KAFKA(100),
    /** The broker in the process: without it, {@code kafka.bootstrap.servers} has to name one. */
    EMBEDDED_BROKER(150, KAFKA),
    /**
     * The registry of schemas: without it, schemas are told to nobody, and only those are known that are compiled in. Messages of earlier
     * versions cannot be read then, the service's own among them.
     */
    SCHEMAS(200),
    /** Kafka Streams: aggregates, projections, reactions, schedules and extensions, and the HTTP routes of the first two. */
    STREAMS(300, KAFKA),
    /** Subscriptions and read models in SQL. */
    SUBSCRIPTIONS(400, KAFKA),
    /** The HTTP server with all routes, those of health and metrics among them. */
    HTTP(500);

    private final int priority;
    private final @Nullable StandardModule need;

    StandardModule(int priority) {
        this(priority, null);
    }

    StandardModule(int priority, @Nullable StandardModule need) {
        this.priority = priority;
        this.need = need;
    }

    /** Where it stands in the order: what is smaller starts earlier. */
    public int priority() {
        return priority;
    }

    /** Without which it is left out as well. */
    Optional<StandardModule> need() {
        return Optional.ofNullable(need);
    }
}
