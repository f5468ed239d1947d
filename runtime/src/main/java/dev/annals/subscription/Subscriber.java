package dev.annals.subscription;

import dev.annals.extension.ExtensionName;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the events of a subscription, hands them out, and commits how far they have been handled: on a thread of its own, which
 * alone uses the consumer. Its other methods are safe for use by several threads.
 */
public final class Subscriber implements RunningSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(Subscriber.class);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final Duration COMMITTING = Duration.ofSeconds(5);
    private static final Duration HANDLING = Duration.ofSeconds(30);
    private static final long COMMIT_EVERY_NANOS = TimeUnit.MILLISECONDS.toNanos(200);

    private final SubscriptionRuntime subscription;
    private final Handling handling;
    private final SubscriptionSettings settings;
    private final Consumer<byte[], byte[]> consumer;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(Subscriber::daemon);
    private final Lanes lanes;
    private final FetchThread thread;
    private final CatchUp catchUp;
    private final Lag lag;
    private final Map<TopicPartition, PartitionProgress> assigned = new HashMap<>();
    private final Map<TopicPartition, Long> committed = new HashMap<>();
    private long committedAt = System.nanoTime();

    /**
     * A subscriber that does not run yet.
     *
     * @param consumer makes a member of the subscription's group, which is closed with this
     * @param producer writes dead letters; stays its owner's to close
     * @param failure completed exceptionally when it cannot go on
     */
    public Subscriber(
            SubscriptionRuntime subscription,
            SubscriptionSettings settings,
            Supplier<Consumer<byte[], byte[]>> consumer,
            Producer<byte[], byte[]> producer,
            SubscriptionMetrics metrics,
            CompletableFuture<Void> failure) {
        this.subscription = subscription;
        this.handling = subscription.open();
        this.settings = settings;
        // After what users have made, which may throw.
        this.consumer = Closing.onFailure(consumer, name(), handling::close);
        this.workers = Workers.create(subscription.name().applicationId(), settings.concurrency());
        this.lanes = new Lanes(
                subscription.name(),
                handling,
                settings,
                new DeadLetterWriter(subscription.name().deadLettersTopic(), producer),
                metrics,
                workers,
                timer,
                failure::completeExceptionally);
        this.thread = new FetchThread(subscription.name().applicationId(), this.consumer, new Fetching(), failure);
        PartitionEnds ends = new PartitionEnds(this.consumer);
        this.catchUp = new CatchUp(subscription.name(), ends, handling::caughtUp, failure);
        this.lag = new Lag(this.consumer, ends);
    }

    @Override
    public ExtensionName name() {
        return subscription.name();
    }

    @Override
    public FetchThread thread() {
        return thread;
    }

    @Override
    public boolean isCaughtUp() {
        return catchUp.isReached();
    }

    @Override
    public long lag() {
        return lag.records();
    }

    @Override
    public int inFlight() {
        return lanes.inFlight();
    }

    /**
     * Handles an event that was set aside: once, in its turn among those of its entity that are in memory here. Blocks.
     *
     * @return whether the event is of a topic that the subscription has
     * @throws java.util.concurrent.TimeoutException when that takes more than half a minute; what has not begun then, is not done
     * @throws Exception that the subscription throws
     */
    public boolean handleAgain(ConsumerRecord<byte[], byte[]> event) throws Exception {
        if (!subscription.topics().contains(event.topic())) {
            return false;
        }
        CompletableFuture<Void> handled = lanes.handleAgain(event);
        try {
            handled.get(HANDLING.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        } finally {
            handled.cancel(false);
        }
    }

    /** Fetches no more, waits for the events that are being handled, commits, and closes the subscription. */
    @Override
    public void close() {
        thread.stop();
        workers.shutdownNow();
        timer.shutdownNow();
        Closing.close(name(), handling::close);
    }

    /** What the thread does. */
    private final class Fetching implements FetchThread.Work {

        @Override
        public void begin() {
            consumer.subscribe(subscription.topics(), new Rebalances());
        }

        @Override
        public void round() {
            throttle();
            poll();
            commitNowAndThen();
            look();
        }

        @Override
        public void end() {
            try {
                leave(List.copyOf(assigned.keySet()));
            } catch (RuntimeException e) {
                LOG.info("{} leaves without having committed all: {}", name(), e.toString());
            }
        }
    }

    /** What is in memory is bounded, partition by partition: one whose events take long is in the way of no other. */
    private void throttle() {
        int most = Math.max(1, settings.maxInFlight() / Math.max(1, assigned.size()));
        List<TopicPartition> full = new ArrayList<>();
        List<TopicPartition> open = new ArrayList<>();
        assigned.forEach((partition, progress) -> {
            int inFlight = progress.inFlight();
            if (thread.isPaused() || inFlight >= most) {
                full.add(partition);
            } else if (inFlight <= most / 2) {
                open.add(partition);
            }
        });
        consumer.pause(full);
        consumer.resume(open);
    }

    private void poll() {
        for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
            TopicPartition partition = new TopicPartition(record.topic(), record.partition());
            if (progress(partition).hasTaken(record.offset())) {
                beginAnew(partition, record.offset());
            }
            lanes.add(record, progress(partition));
        }
        assigned.forEach((partition, progress) -> position(partition).ifPresent(progress::fetchedUpTo));
    }

    /** Offsets of what was there before are not those of what is there now; what is in memory of it is handled all the same. */
    private void beginAnew(TopicPartition partition, long offset) {
        LOG.warn("{} was made again, or has lost its end; {} reads it from {}", partition, name(), offset);
        forget(List.of(partition));
        begin(List.of(partition));
    }

    private void begin(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> assigned.put(partition, new PartitionProgress()));
        catchUp.assigned(partitions);
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
            long handled = handled(partition);
            if (handled > committed.getOrDefault(partition, -1L)) {
                offsets.put(partition, new OffsetAndMetadata(handled));
            }
        }
        committedAt = System.nanoTime();
        if (offsets.isEmpty()) {
            return;
        }
        try {
            consumer.commitSync(offsets, COMMITTING);
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
        lag.look(assigned.keySet(), this::handled, lanes.inFlight());
        catchUp.look(this::handled);
    }

    private long handled(TopicPartition partition) {
        return progress(partition).handled();
    }

    /** Waits for what is being handled, and commits. */
    private void leave(Collection<TopicPartition> partitions) {
        List<TopicPartition> here =
                partitions.stream().filter(assigned::containsKey).toList();
        awaitNoneRunning(here);
        try {
            commitLast(here);
        } finally {
            forget(here);
        }
    }

    /** Told to stop, which it is once, it may have been woken up here. */
    private void commitLast(Collection<TopicPartition> partitions) {
        try {
            commit(partitions);
        } catch (WakeupException e) {
            commit(partitions);
        }
    }

    private void awaitNoneRunning(List<TopicPartition> partitions) {
        partitions.forEach(partition -> progress(partition).leave());
        long deadline = System.nanoTime() + settings.drain().toNanos();
        try {
            for (TopicPartition partition : partitions) {
                progress(partition).awaitNoneRunning(deadline);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void forget(Collection<TopicPartition> partitions) {
        partitions.forEach(partition -> {
            assigned.remove(partition);
            committed.remove(partition);
        });
        catchUp.left(partitions);
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
            begin(partitions);
            if (thread.isPaused()) {
                consumer.pause(partitions);
            }
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            leave(partitions);
        }

        /** They are another's already, and so are their offsets. */
        @Override
        public void onPartitionsLost(Collection<TopicPartition> partitions) {
            List<TopicPartition> here =
                    partitions.stream().filter(assigned::containsKey).toList();
            if (thread.isStopping()) {
                awaitNoneRunning(here);
            } else {
                here.forEach(partition -> progress(partition).leave());
            }
            forget(here);
        }
    }
}
