package dev.annals.app;

import dev.annals.http.Health;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaStreams;

/** How a service is: ready when all of its Kafka Streams applications are. */
final class ServiceHealth implements Health {

    private final List<StreamsRunner> streams;
    private final CompletableFuture<Void> failure;
    private final BooleanSupplier stopping;

    ServiceHealth(List<StreamsRunner> streams, CompletableFuture<Void> failure, BooleanSupplier stopping) {
        this.streams = List.copyOf(streams);
        this.failure = failure;
        this.stopping = stopping;
    }

    @Override
    public boolean isLive() {
        return !failure.isDone();
    }

    @Override
    public boolean isReady() {
        return !stopping.getAsBoolean() && streams.stream().allMatch(StreamsRunner::isReady);
    }

    /** That of the first application that does not run, or {@code RUNNING}. */
    @Override
    public String state() {
        if (stopping.getAsBoolean()) {
            return "STOPPING";
        }
        String running = KafkaStreams.State.RUNNING.name();
        return streams.stream()
                .map(StreamsRunner::state)
                .filter(state -> !state.equals(running))
                .findFirst()
                .orElse(running);
    }

    @Override
    public Map<String, String> restoring() {
        Map<String, String> all = new TreeMap<>();
        streams.forEach(each -> all.putAll(each.restore().running()));
        return all;
    }
}
