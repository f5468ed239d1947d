package dev.annals.metrics;

import dev.annals.streams.StreamMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Counts the dead letters of a Kafka Streams application, and the commands that it gives. */
final class MeteredStream implements StreamMetrics {

    private final Counter commands;
    private final Map<String, Counter> deadLetters;

    MeteredStream(MeterRegistry registry, String name) {
        commands = Counter.builder("annals.stream.commands")
                .description("Commands that a reaction or a schedule has given")
                .tag("stream", name)
                .register(registry);
        deadLetters = Stream.of("read", "process", "write", "tick")
                .collect(Collectors.toMap(
                        Function.identity(),
                        stage -> Counter.builder("annals.stream.dead.letters")
                                .description(
                                        "Records that have become dead letters of a projection, extension, reaction or schedule")
                                .tag("stream", name)
                                .tag("stage", stage)
                                .register(registry)));
    }

    @Override
    public void countDeadLetter(String stage) {
        Counter counter = deadLetters.get(stage);
        if (counter != null) {
            counter.increment();
        }
    }

    @Override
    public void countCommands(int given) {
        commands.increment(given);
    }
}
