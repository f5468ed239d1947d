package dev.annals.app;

import dev.annals.streams.StreamsErrors;
import java.nio.file.Path;
import java.util.Map;

/** How the Kafka Streams applications beside that of the aggregates are configured: those of projections and extensions. */
final class ApplicationConfig {

    private final KafkaSettings kafka;
    private final Path stateDirectory;

    /**
     * The configurations.
     *
     * @param stateDirectory of all applications
     */
    ApplicationConfig(KafkaSettings kafka, Path stateDirectory) {
        this.kafka = kafka;
        this.stateDirectory = stateDirectory;
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
        return config;
    }
}
