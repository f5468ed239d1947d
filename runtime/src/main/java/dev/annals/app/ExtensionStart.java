package dev.annals.app;

import dev.annals.extension.ExtensionException;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.extension.ExtensionTopics;
import dev.annals.reaction.Hops;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsException;

/** Makes the Kafka Streams applications that were written by hand, each with a consumer group of its own. */
final class ExtensionStart {

    private final TopicCreator topics;
    private final ApplicationConfig config;
    private final Settings settings;
    private final KafkaClientSupplier clients;
    private final CompletableFuture<Void> failure;

    ExtensionStart(
            TopicCreator topics,
            ApplicationConfig config,
            Settings settings,
            KafkaClientSupplier clients,
            CompletableFuture<Void> failure) {
        this.topics = topics;
        this.config = config;
        this.settings = settings;
        this.clients = clients;
        this.failure = failure;
    }

    /**
     * Sees to the topics of all extensions, which may read what others of them write.
     *
     * @throws StartException when the broker does not answer, or a topic of somebody else's is not there
     */
    void ensureTopics(List<ExtensionRuntime> extensions, FirstOffsets offsets) {
        List<ExtensionTopics> used =
                extensions.stream().map(ExtensionRuntime::topics).toList();
        // What one of them reads another may write.
        used.forEach(topics::ensureOwn);
        for (int i = 0; i < used.size(); i++) {
            if (!extensions.get(i).mayBeginAnew()) {
                topics.requireUsed(used.get(i));
                // Before the topic of dead letters is made, which says that it has run.
                ExtensionRuntime extension = extensions.get(i);
                offsets.ensure(
                        extension.name(),
                        used.get(i).reads(),
                        extension.isFromNow(),
                        topics.exists(extension.name().deadLettersTopic()));
            }
        }
        used.forEach(topics::requireUsed);
        extensions.forEach(extension -> topics.ensureDeadLetters(extension.name()));
    }

    /**
     * An extension whose topics are there, which does not run yet.
     *
     * @param topology its own
     */
    RunningExtension create(ExtensionRuntime extension, Topology topology) {
        Map<String, Object> all = config.of(
                topics,
                extension.name().applicationId(),
                extension.name().deadLettersTopic(),
                settings.projections().onError());
        all.putAll(Hops.settings(settings.reactions().maxHops()));
        try {
            return new RunningExtension(
                    extension.name(), StreamsRunner.create(topology, all, clients, failure, () -> {}));
        } catch (StreamsException e) {
            throw new StartException(
                    ExitCode.CANNOT_START,
                    "The extension %s cannot be started: %s".formatted(extension.name(), e.getMessage()),
                    e);
        }
    }

    /**
     * Looks whether all of a service's extensions can be built, and write where they may.
     *
     * @throws StartException when one does not
     */
    static void check(Service service) {
        try {
            service.extensions().forEach(ExtensionRuntime::topics);
        } catch (ExtensionException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }
}
