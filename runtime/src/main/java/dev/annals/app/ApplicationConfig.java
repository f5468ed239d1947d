package dev.annals.app;

import dev.annals.streams.StreamMetrics;
import dev.annals.streams.StreamsErrors;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Function;

/** How the Kafka Streams applications beside that of the aggregates are configured: those of projections and extensions. */
final class ApplicationConfig {

    private final KafkaSettings kafka;
    private final Path stateDirectory;
    private final Function<String, StreamMetrics> metrics;

    /**
     * The configurations.
     *
     * @param stateDirectory of all applications
     * @param metrics gives what takes note of an application
     */
    ApplicationConfig(KafkaSettings kafka, Path stateDirectory, Function<String, StreamMetrics> metrics) {
        this.kafka = kafka;
        this.stateDirectory = stateDirectory;
        this.metrics = metrics;
    }

    /**
     * The configuration of an application. What is built anew has a new topic of dead letters; what this instance has kept of
     * it before is then void, and deleted.
     *
     * @param deadLettersTopic which is there
     */
    Map<String, Object> of(
            TopicCreator topics, String application, String deadLettersTopic, StreamsErrors.OnError onError) {
        String generation = topics.topicId(deadLettersTopic);
        Path state = ProjectionState.directory(topics.clusterId(), application, generation);
        ProjectionState.deleteFormer(stateDirectory.resolve(state));
        Map<String, Object> config = kafka.streams(application, stateDirectory, state.toString());
        config.putAll(StreamsErrors.settings(deadLettersTopic, onError));
        config.put(StreamMetrics.CONFIG, metrics.apply(application));
        return config;
    }
}
