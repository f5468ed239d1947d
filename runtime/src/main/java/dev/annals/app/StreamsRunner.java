package dev.annals.app;

import dev.annals.aggregate.LocalStores;
import dev.annals.aggregate.NotReadyException;
import dev.annals.instances.Address;
import dev.annals.instances.Instances;
import dev.annals.streams.StreamsStoppedException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaClientSupplier;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.InvalidStateStoreException;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Kafka Streams with a service's topology, from its start until it is closed or fails. */
final class StreamsRunner implements LocalStores, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(StreamsRunner.class);

    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final ThreadReplacements replacements = new ThreadReplacements(InstantSource.system());
    private final CompletableFuture<Void> running = new CompletableFuture<>();
    private final CompletableFuture<Void> failure;
    private final Runnable rebalanced;
    private final RestoreProgress restore = new RestoreProgress();
    private final StoreLags lags;
    private final CloseOptions closing;

    private StreamsRunner(
            KafkaStreams streams, boolean staticMember, CompletableFuture<Void> failure, Runnable rebalanced) {
        this.streams = streams;
        this.failure = failure;
        this.rebalanced = rebalanced;
        this.lags = new StoreLags(streams::allLocalStorePartitionLags, System::nanoTime, StreamsRunner::inBackground);
        this.closing = CloseOptions.timeout(CLOSE_TIMEOUT).withGroupMembershipOperation(leaving(staticMember));
    }

    /**
     * Kafka Streams that has not started yet.
     *
     * @param failure completed exceptionally when the threads die later on
     * @param rebalanced is run whenever partitions have moved, here or away, and all that are here are restored
     */
    static StreamsRunner create(
            Topology topology,
            Map<String, Object> config,
            KafkaClientSupplier clients,
            CompletableFuture<Void> failure,
            Runnable rebalanced) {
        Properties properties = new Properties();
        properties.putAll(config);
        KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(properties), clients);
        StreamsRunner runner = new StreamsRunner(
                streams, config.containsKey(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG), failure, rebalanced);
        streams.setUncaughtExceptionHandler(runner::failed);
        streams.setStateListener(runner::changed);
        streams.setGlobalStateRestoreListener(runner.restore);
        return runner;
    }

    /** Starts the threads. */
    void start() {
        streams.start();
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> store(String name, int partition) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(partition));
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("Partition " + partition + " of " + name + " is not ready here", e);
        }
    }

    @Override
    public ReadOnlyKeyValueStore<Bytes, byte[]> staleStore(String name, int partition) {
        try {
            return streams.store(
                    StoreQueryParameters.fromNameAndType(name, QueryableStoreTypes.<Bytes, byte[]>keyValueStore())
                            .withPartition(partition)
                            .enableStaleStores());
        } catch (InvalidStateStoreException e) {
            throw new NotReadyException("Partition " + partition + " of " + name + " is not followed here", e);
        }
    }

    @Override
    public OptionalLong lag(String name, int partition) {
        return lags.of(name, partition);
    }

    /** On a thread of its own, which keeps no process alive. */
    private static void inBackground(Runnable task) {
        Thread thread = new Thread(task, "annals-store-lags");
        thread.setDaemon(true);
        thread.start();
    }

    KafkaStreams streams() {
        return streams;
    }

    RestoreProgress restore() {
        return restore;
    }

    /** Whether all that is here is restored, and is processed. */
    boolean isReady() {
        return streams.state() == KafkaStreams.State.RUNNING && !restore.isRunning();
    }

    String state() {
        return streams.state().name();
    }

    /** The instances of the service, of which this one is at the address. */
    Instances instances(Address self) {
        return new StreamsInstances(streams, self);
    }

    /**
     * A member that stays is waited for, for its session timeout, by the next start and by other instances: which is what a
     * static member is for, and nobody else.
     */
    private static GroupMembershipOperation leaving(boolean staticMember) {
        return staticMember ? GroupMembershipOperation.REMAIN_IN_GROUP : GroupMembershipOperation.LEAVE_GROUP;
    }

    @Override
    public void close() {
        if (!streams.close(closing)) {
            LOG.warn("Kafka Streams did not stop within {}", CLOSE_TIMEOUT);
        }
    }

    /**
     * Returns when all of the state is restored.
     *
     * @throws StartException when that does not succeed
     */
    void awaitRunning() {
        try {
            running.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartException(ExitCode.CANNOT_START, "Interrupted while Kafka Streams was starting", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new StartException(
                    ExitCode.CANNOT_START, "Kafka Streams did not start: " + cause.getMessage(), cause);
        }
    }

    private void changed(KafkaStreams.State current, KafkaStreams.State previous) {
        LOG.debug("Kafka Streams went from {} to {}", previous, current);
        if (current == KafkaStreams.State.RUNNING) {
            rebalanced.run();
            running.complete(null);
        } else if (current == KafkaStreams.State.PENDING_SHUTDOWN) {
            running.completeExceptionally(new IllegalStateException("It was told to stop"));
        } else if (current == KafkaStreams.State.ERROR) {
            fail(new IllegalStateException("Kafka Streams is in state ERROR"));
        }
    }

    private StreamThreadExceptionResponse failed(Throwable cause) {
        if (StreamsStoppedException.isCauseOf(cause)) {
            LOG.error("A projection or an extension stops, and the service with it", cause);
            fail(cause);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        }
        if (replacements.mayReplace()) {
            LOG.error("A stream thread failed and is replaced; it goes on from the last commit", cause);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        }
        LOG.error("Stream threads fail again and again", cause);
        fail(cause);
        return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
    }

    private void fail(Throwable cause) {
        running.completeExceptionally(cause);
        failure.completeExceptionally(cause);
    }
}
