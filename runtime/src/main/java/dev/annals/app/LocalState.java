package dev.annals.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.streams.StreamsConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What Kafka Streams keeps of an application's state on this machine. It says up to which offset of the changelog it goes, and
 * so must not outlive a changelog that was made anew: the offsets of that one mean something else.
 */
final class LocalState {

    private static final Logger LOG = LoggerFactory.getLogger(LocalState.class);

    private final Settings settings;
    private final KafkaSettings kafka;

    LocalState(Settings settings, KafkaSettings kafka) {
        this.settings = settings;
        this.kafka = kafka;
    }

    /** The directory in which Kafka Streams keeps the state of all applications on a cluster. */
    static Path streams(Settings settings) {
        return settings.embedded().directory().resolve("streams").toAbsolutePath();
    }

    /** The directory of databases that no setting names. */
    static Path databases(Settings settings) {
        return settings.embedded().directory().resolve("sql").toAbsolutePath();
    }

    /** Deletes it; the next start restores it from the changelogs. */
    void forget(String applicationId) {
        Path directory = directory(applicationId);
        LOG.warn(
                "A changelog was not there, and was made anew. The local state in {} is deleted; delete that of other instances,"
                        + " too, before they start: it goes with the changelog that is gone",
                directory);
        if (Files.exists(directory)) {
            try {
                delete(directory);
            } catch (IOException e) {
                throw new UncheckedIOException("Cannot delete " + directory + ": delete it before the next start", e);
            }
        }
    }

    private Path directory(String applicationId) {
        try (Admin admin = Admin.create(kafka.admin(applicationId + "-local-state"))) {
            String clusterId = AdminCalls.get(admin.describeCluster().clusterId(), "say which cluster it is");
            Object parent =
                    kafka.streams(applicationId, streams(settings), clusterId).get(StreamsConfig.STATE_DIR_CONFIG);
            return Path.of(String.valueOf(parent)).resolve(applicationId);
        }
    }

    private static void delete(Path directory) throws IOException {
        List<Path> children;
        try (Stream<Path> tree = Files.walk(directory)) {
            children = tree.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path child : children) {
            Files.deleteIfExists(child);
        }
    }
}
