package dev.annals.subscription;

import dev.annals.extension.ExtensionName;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the events of a subscription, hands them out, and commits how far they have been handled: on a thread of its own, which
 * alone uses the consumer. Its other methods are safe for use by several threads.
 */
public final class Subscriber implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final SubscriptionRuntime subscription;
    private final Handling handling;
    private final SubscriptionSettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final CompletableFuture<Void> failure;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Subscriber::daemon);
    private final Lanes lanes;
    private final Thread thread;
    private final Map<TopicPartition, PartitionProgress> assigned = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private @Nullable Map<TopicPartition, Long> goal;
    private long committedAt = System.nanoTime();
    private volatile boolean caughtUp;
    private volatile boolean paused;
    private volatile boolean stopping;
    private volatile long lag;

    /**
     * A subscriber that does not run yet.
     *
     * @param consumer a member of the subscription's group; is closed with this
     * @param producer writes dead letters; stays its owner's to close
     * @param failure completed exceptionally when it cannot go on
     */
    public Subscriber(
            SubscriptionRuntime subscription,
            SubscriptionSettings settings,
            Consumer<byte[], byte[]> consumer,
            Producer<byte[], byte[]> producer,
            SubscriptionMetrics metrics,
            CompletableFuture<Void> failure) {
        this.subscription = subscription;
        this.handling = subscription.open();
        this.settings = settings;
        this.consumer = consumer;
        this.failure = failure;
        this.workers = Workers.create(subscription.name().applicationId(), settings.concurrency());
        this.lanes = new Lanes(
                subscription.name(),
                handling,
                settings,
                new DeadLetterWriter(subscription.name().deadLettersTopic(), producer),
                metrics,
                workers,
                timer);
        this.thread = new Thread(this::run, subscription.name().applicationId());
    }

    public ExtensionName name() {
        return subscription.name();
    }

    /** Begins to fetch events. */
    public void start() {
        thread.start();
    }

    /** Fetches no more events in this process; those that are in memory are handled. */
    public void pause() {
        paused = true;
    }

    public void resume() {
        paused = false;
    }

    public boolean isPaused() {
        return paused;
    }

    /** Whether all events have been handled that there were at the start. */
    public boolean isCaughtUp() {
        return caughtUp;
    }

    /** How many records of this process's partitions are not handled yet, as far as is known. */
    public long lag() {
        return lag;
    }

    /** How many events are in memory. */
    public int inFlight() {
        return lanes.inFlight();
    }

    /** Fetches no more, waits for the events that are being handled, commits, and closes the subscription. */
    @Override
    public void close() {
        stopping = true;
        if (thread.isAlive()) {
            consumer.wakeup();
            join();
        } else {
            consumer.close();
        }
        workers.shutdownNow();
        timer.shutdownNow();
        try {
            handling.close();
        } catch (Exception e) {
            LOG.error("The subscription {} did not close", name(), e);
        }
    }

    private void join() {
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try (consumer) {
            consumer.subscribe(subscription.topics(), new Rebalances());
            while (!stopping) {
                throttle();
                poll();
                commitNowAndThen();
                look();
            }
            leave(List.copyOf(assigned.keySet()));
        } catch (WakeupException e) {
            // Told to stop while it was waiting for Kafka.
            leaveQuietly();
        } catch (Throwable e) {
            LOG.error("The subscription {} cannot go on", name(), e);
            failure.completeExceptionally(e);
        }
    }

    /** What is in memory is bounded. */
    private void throttle() {
        int inFlight = lanes.inFlight();
        if (paused || inFlight >= settings.maxInFlight()) {
            consumer.pause(consumer.assignment());
        } else if (inFlight <= settings.maxInFlight() / 2) {
            consumer.resume(consumer.paused());
        }
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            lanes.add(
                    record,
                    Objects.requireNonNull(
                            assigned.get(new TopicPartition(record.topic(), record.partition())), "is assigned"));
        }
        assigned.forEach((partition, progress) -> position(partition).ifPresent(progress::moved));
    }

    /** Where the next record is fetched; transactions' markers may lie before it. */
    private Optional<Long> position(TopicPartition partition) {
        try {
            return Optional.of(consumer.position(partition, Duration.ZERO));
        } catch (TimeoutException e) {
            return Optional.empty();
        }
    }

    private void commitNowAndThen() {
        if (System.nanoTime() - committedAt >= COMMIT_EVERY_NANOS) {
            commit(assigned.keySet());
        }
    }

    private void commit(Collection<TopicPartition> partitions) {
        Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
        for (TopicPartition partition : partitions) {
            long handled = progress(partition).handled();
            if (handled > committed.getOrDefault(partition, -1L)) {
                offsets.put(partition, new OffsetAndMetadata(handled));
            }
        }
        committedAt = System.nanoTime();
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets);
            offsets.forEach((partition, offset) -> committed.put(partition, offset.offset()));
        } catch (WakeupException e) {
            throw e;
        } catch (KafkaException e) {
            // Handled once more at the worst: the partitions are moving, or the broker is away.
            LOG.info("{} could not commit {}: {}", name(), offsets, e.toString());
        }
    }

    private PartitionProgress progress(TopicPartition partition) {
        return Objects.requireNonNull(assigned.get(partition), "is assigned");
    }

    /** How far it has come. */
    private void look() {
        lag = lanes.inFlight()
                + assigned.keySet().stream()
                        .mapToLong(partition -> consumer.currentLag(partition).orElse(0))
                        .sum();
        Map<TopicPartition, Long> ends = goal;
        if (!caughtUp
                && ends != null
                && assigned.entrySet().stream()
                        .allMatch(each -> each.getValue().handled() >= ends.getOrDefault(each.getKey(), 0L))) {
            caughtUp = true;
            workers.execute(this::tellCaughtUp);
        }
    }

    private void tellCaughtUp() {
        try {
            handling.caughtUp();
        } catch (Exception e) {
            LOG.error("onCaughtUp of {} failed", name(), e);
        }
    }

    /** Waits for what is being handled, and commits. */
    private void leave(Collection<TopicPartition> partitions) {
        List<TopicPartition> here =
                partitions.stream().filter(assigned::containsKey).toList();
        here.forEach(partition -> progress(partition).leave());
        long deadline = System.nanoTime() + settings.drain().toNanos();
        try {
            for (TopicPartition partition : here) {
                progress(partition).awaitNoneRunning(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        commit(here);
        forget(here);
    }

    private void leaveQuietly() {
        try {
            leave(List.copyOf(assigned.keySet()));
        } catch (WakeupException e) {
            LOG.debug("Woken up while leaving", e);
        }
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            assigned.remove(partition);
            committed.remove(partition);
        });
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "annals-subscription-timer");
        thread.setDaemon(true);
        return thread;
    }

    /** Is called by the consumer, on its thread, while it polls. */
    private final class Rebalances implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            if (subscription.isFromNow()) {
                holdNow(partitions);
            }
            partitions.forEach(
                    partition -> assigned.put(partition, new PartitionProgress(consumer.position(partition))));
            if (goal == null) {
                goal = consumer.endOffsets(partitions);
            }
        }

        /** Where it begins is kept, so that what comes between this start and the next one is not passed over. */
        private void holdNow(Collection<TopicPartition> partitions) {
            Map<TopicPartition, OffsetAndMetadata> first = new HashMap<>();
            consumer.committed(new HashSet<>(partitions)).forEach((partition, offset) -> {
                if (offset == null) {
                    first.put(partition, new OffsetAndMetadata(consumer.position(partition)));
                }
            });
            if (!first.isEmpty()) {
                consumer.commitSync(first);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            leave(partitions);
        }

        /** They are another's already, and so are their offsets. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            partitions.stream()
                    .filter(assigned::containsKey)
                    .forEach(partition -> progress(partition).leave());
            forget(partitions);
        }
    }
}
