package dev.annals.reaction;

import dev.annals.aggregate.MessageHeaders;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/** How often event and command have led to each other. */
public final class Hops {

    /** How often they may where nothing else is set. */
    public static final int DEFAULT_MAX = 32;

    /** The setting of a Kafka Streams application that holds how often they may. */
    private static final String MAX_CONFIG = "annals.reaction.max.hops";

    private Hops() {}

    /** What a Kafka Streams application is configured with. */
    public static Map<String, Object> settings(int max) {
        return Map.of(MAX_CONFIG, max);
    }

    /**
     * The number for a command that an event leads to.
     *
     * @throws TooManyHopsException when there have been too many
     */
    static int next(Headers event, String correlationId, int max) {
        int hops = of(MessageHeaders.text(event, MessageHeaders.HOPS)) + 1;
        if (hops > max) {
            throw new TooManyHopsException(correlationId, hops - 1);
        }
        return hops;
    }

    /** How often they may, in an application that is configured so. */
    static int max(Map<String, Object> config) {
        return config.get(MAX_CONFIG) instanceof Integer number ? number : DEFAULT_MAX;
    }

    /** A header that somebody else has written otherwise counts for nothing. */
    private static int of(@Nullable String header) {
        try {
            return header == null ? 0 : Math.max(0, Integer.parseInt(header));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
