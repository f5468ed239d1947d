package dev.annals.app;

import dev.annals.rebuild.RebuildException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.KafkaFuture;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyDescription;

/** Has a Kafka Streams application that does not run begin anew: without offsets, and without its internal topics. */
final class ApplicationReset {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final long LOOK_AGAIN_NANOS = 20_000_000;

    private final Admin admin;
    private final String application;
    private final Set<String> internalTopics;

    ApplicationReset(Admin admin, String application, Topology topology) {
        this.admin = admin;
        this.application = application;
        this.internalTopics = internalTopics(application, topology);
    }

    /** The offsets first: an application without them begins anew whatever becomes of the rest. */
    void run() {
        get(admin.deleteConsumerGroups(List.of(application)).all(), GroupIdNotFoundException.class);
        delete(internalTopics);
    }

    /** Deletes topics, and returns when they are gone. */
    void delete(Collection<String> topics) {
        Set<String> there = existing(topics);
        if (there.isEmpty()) {
            return;
        }
        get(admin.deleteTopics(there).all(), UnknownTopicOrPartitionException.class);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!existing(there).isEmpty()) {
            if (System.nanoTime() - deadline > 0) {
                throw new RebuildException("Topics %s were deleted, and are there still".formatted(there));
            }
            LockSupport.parkNanos(LOOK_AGAIN_NANOS);
        }
    }

    private Set<String> existing(Collection<String> topics) {
        Set<String> found = new TreeSet<>(topics);
        found.retainAll(AdminCalls.get(admin.listTopics().names(), "list the topics"));
        return found;
    }

    /** Changelogs of its stores, and what it writes for itself. */
    static Set<String> internalTopics(String application, Topology topology) {
        Set<String> found = new TreeSet<>();
        for (TopologyDescription.Subtopology part : topology.describe().subtopologies()) {
            for (TopologyDescription.Node node : part.nodes()) {
                if (node instanceof TopologyDescription.Processor processor) {
                    found.addAll(processor.stores().stream()
                            .map(store -> ServiceTopics.changelog(application, store))
                            .collect(Collectors.toSet()));
                } else if (node instanceof TopologyDescription.Sink sink && sink.topic() != null) {
                    // Of a topic that is not internal there is none of this name.
                    found.add(application + "-" + sink.topic());
                }
            }
        }
        return found;
    }

    private static void get(KafkaFuture<Void> result, Class<? extends Exception> unlessIt) {
        try {
            result.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new RebuildException("Interrupted while resetting an application", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            if (!unlessIt.isInstance(cause)) {
                throw new RebuildException("Kafka could not reset an application: " + cause.getMessage(), cause);
            }
        }
    }
}
