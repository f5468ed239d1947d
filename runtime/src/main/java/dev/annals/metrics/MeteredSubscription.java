package dev.annals.metrics;

import dev.annals.subscription.SubscriptionMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** Counts what becomes of a subscription's events, and how long attempts take. */
final class MeteredSubscription implements SubscriptionMetrics {

    private final Map<Result, Counter> counters = new EnumMap<>(Result.class);
    private final Timer timer;

    MeteredSubscription(MeterRegistry registry, String subscription) {
        for (Result result : Result.values()) {
            counters.put(
                    result,
                    Counter.builder("annals.subscription.events")
                            .description(
                                    "Attempts to handle an event that succeeded or failed, and events that became dead letters")
                            .tag("subscription", subscription)
                            .tag("result", result.name().toLowerCase(Locale.ROOT))
                            .register(registry));
        }
        timer = Timer.builder("annals.subscription.handling")
                .description("How long an attempt to handle an event takes")
                .tag("subscription", subscription)
                .register(registry);
    }

    @Override
    public void count(Result result, long nanos) {
        Objects.requireNonNull(counters.get(result)).increment();
        if (result != Result.DEAD_LETTER) {
            timer.record(nanos, TimeUnit.NANOSECONDS);
        }
    }
}
