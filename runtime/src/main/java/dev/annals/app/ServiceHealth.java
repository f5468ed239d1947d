package dev.annals.app;

import dev.annals.http.Health;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.function.BooleanSupplier;
import org.apache.kafka.streams.KafkaStreams;

/** How a service is: ready when all of its Kafka Streams applications and modules are. */
final class ServiceHealth implements Health {

    private final List<StreamsRunner> streams;
    private final AddedModules modules;
    private final CompletableFuture<Void> failure;
    private final BooleanSupplier stopping;

    ServiceHealth(
            List<StreamsRunner> streams,
            AddedModules modules,
            CompletableFuture<Void> failure,
            BooleanSupplier stopping) {
        this.streams = List.copyOf(streams);
        this.modules = modules;
        this.failure = failure;
        this.stopping = stopping;
    }

    @Override
    public boolean isLive() {
        return !failure.isDone();
    }

    @Override
    public boolean isReady() {
        return !stopping.getAsBoolean()
                && streams.stream().allMatch(StreamsRunner::isReady)
                && modules.unready().isEmpty();
    }

    /** That of the first application that does not run, {@code WAITING} for a module, or {@code RUNNING}. */
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
                .orElseGet(() -> modules.unready().isEmpty() ? running : "WAITING");
    }

    @Override
    public Map<String, String> unready() {
        return modules.unready();
    }

    @Override
    public Map<String, String> restoring() {
        Map<String, String> all = new TreeMap<>();
        streams.forEach(each -> all.putAll(each.restore().running()));
        return all;
    }
}
