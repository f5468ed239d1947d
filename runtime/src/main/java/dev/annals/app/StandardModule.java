package dev.annals.app;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a service is made of, in the order in which it starts; each can be left out ({@link Service.Factory#without}). It stops the
 * other way round.
 */
public enum StandardModule {
    /** All that speaks to Kafka: without it, there is nothing of the next two and none of the broker in the process either. */
    KAFKA(100),
    /** The broker in the process: without it, {@code kafka.bootstrap.servers} has to name one. */
    EMBEDDED_BROKER(150, KAFKA),
    /** The registry of schemas: without it, schemas are told to nobody, and others' are not known. */
    SCHEMAS(200),
    /** Kafka Streams: aggregates, projections, reactions, schedules and extensions, and the HTTP routes of the first two. */
    STREAMS(300, KAFKA),
    /** Subscriptions. */
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
