package dev.annals.metrics;

import dev.annals.streams.StreamMetrics;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;

/** Counts the dead letters of a Kafka Streams application, and the commands that it gives. */
final class MeteredStream implements StreamMetrics {

    private final MeterRegistry registry;
    private final String name;

    MeteredStream(MeterRegistry registry, String name) {
        this.registry = registry;
        this.name = name;
    }

    @Override
    public void countDeadLetter(String stage) {
        Counter.builder("annals.stream.dead.letters")
                .description("Records that have become dead letters of a projection, extension, reaction or schedule")
                .tag("stream", name)
                .tag("stage", stage)
                .register(registry)
                .increment();
    }

    @Override
    public void countCommands(int commands) {
        if (commands > 0) {
            Counter.builder("annals.stream.commands")
                    .description("Commands that a reaction or a schedule has given")
                    .tag("stream", name)
                    .register(registry)
                    .increment(commands);
        }
    }
}
