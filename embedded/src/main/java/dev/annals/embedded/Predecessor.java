package dev.annals.embedded;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.image.MetadataDelta;
import org.apache.kafka.image.MetadataImage;
import org.apache.kafka.image.loader.LoaderManifest;
import org.apache.kafka.image.loader.MetadataLoader;
import org.apache.kafka.image.publisher.MetadataPublisher;
import org.apache.kafka.metadata.BrokerRegistration;

/**
 * Waits until the controller has let go of the broker that a killed process has left behind.
 *
 * <p>A broker that starts while its predecessor counts as alive sees itself as the leader of its partitions, and a moment
 * later not. The transaction coordinator takes up its work in between, and Kafka 4.3.1 takes a partition without a leader
 * for a deleted one: a transaction that was being committed at the kill would be called complete, its markers never
 * written, and those who read committed records only would wait for ever.
 */
final class Predecessor implements MetadataPublisher {

    private static final long PATIENCE_SECONDS = 60;

    private final int nodeId;
    private final CompletableFuture<Void> gone = new CompletableFuture<>();

    private Predecessor(int nodeId) {
        this.nodeId = nodeId;
    }

    static void awaitGone(MetadataLoader metadata, int nodeId) throws Exception {
        Predecessor predecessor = new Predecessor(nodeId);
        metadata.installPublishers(List.of(predecessor)).get();
        try {
            predecessor.gone.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("The controller does not let go of the broker that ran before", e);
        } finally {
            metadata.removeAndClosePublisher(predecessor).get();
        }
    }

    @Override
    public String name() {
        return "Predecessor";
    }

    @Override
    public void close() {}

    @Override
    public void onMetadataUpdate(MetadataDelta delta, MetadataImage image, LoaderManifest manifest) {
        BrokerRegistration registration = image.cluster().broker(nodeId);
        if (registration == null || registration.fenced()) {
            gone.complete(null);
        }
    }
}
