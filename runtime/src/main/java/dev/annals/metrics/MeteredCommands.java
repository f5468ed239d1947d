package dev.annals.metrics;

import dev.annals.aggregate.CommandMetrics;
import dev.annals.aggregate.Outcome;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/** The meters of one aggregate's commands, all of them made beforehand. */
final class MeteredCommands implements CommandMetrics {

    private static final Duration[] BUCKETS = {
        Duration.ofMillis(1),
        Duration.ofMillis(2),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(20),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(200),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofSeconds(2),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10)
    };

    private final Map<Result, Counter> results = new EnumMap<>(Result.class);
    private final Map<Outcome.Stage, Counter> deadLetters = new EnumMap<>(Outcome.Stage.class);
    private final Timer times;

    MeteredCommands(MeterRegistry registry, String aggregate) {
        for (Result result : Result.values()) {
            results.put(
                    result,
                    Counter.builder("annals.commands")
                            .description("Commands that have been committed, by what became of them")
                            .tag("aggregate", aggregate)
                            .tag("outcome", label(result))
                            .register(registry));
        }
        for (Outcome.Stage stage : Outcome.Stage.values()) {
            deadLetters.put(
                    stage,
                    Counter.builder("annals.dead.letters")
                            .description("Commands that have become dead letters, by what failed")
                            .tag("aggregate", aggregate)
                            .tag("stage", label(stage))
                            .register(registry));
        }
        times = Timer.builder("annals.commands.commit")
                .description("From when a command is taken up until it is committed")
                .tag("aggregate", aggregate)
                .serviceLevelObjectives(BUCKETS)
                .register(registry);
    }

    private static String label(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void count(Result result, int commands) {
        Objects.requireNonNull(results.get(result)).increment(commands);
    }

    @Override
    public void countDeadLetters(Outcome.Stage stage, int commands) {
        Objects.requireNonNull(deadLetters.get(stage)).increment(commands);
    }

    @Override
    public void time(long nanos) {
        times.record(nanos, TimeUnit.NANOSECONDS);
    }
}
