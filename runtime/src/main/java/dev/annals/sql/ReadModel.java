package dev.annals.sql;

import dev.annals.extension.ExtensionName;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.sql.Offsets.MovedException;
import dev.annals.sql.Transactions.EventFailedException;
import dev.annals.subscription.CatchUp;
import dev.annals.subscription.Closing;
import dev.annals.subscription.DeadLetterWriter;
import dev.annals.subscription.FetchThread;
import dev.annals.subscription.Lag;
import dev.annals.subscription.PartitionEnds;
import dev.annals.subscription.RunningSubscription;
import dev.annals.subscription.SubscriptionMetrics;
import dev.annals.subscription.SubscriptionMetrics.Result;
import dev.annals.subscription.UnreadableEventException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.function.Supplier;
import javax.sql.DataSource;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRebalanceListener;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Fetches the events of a read model and applies them, batch by batch, each in one transaction of the database with the offsets behind
 * it: on a thread of its own, which alone uses the consumer. While the database is away, it stays a member of its group and tries the
 * same events again. Its other methods are safe for use by several threads.
 */
public final class ReadModel implements RunningSubscription {

    private static final Logger LOG = LoggerFactory.getLogger(ReadModel.class);

    private static final Duration POLL = Duration.ofMillis(50);
    private static final int FAILURES_TOGETHER = 3;

    private final ReadModelRuntime readModel;
    private final Applying applying;
    private final ReadModelSettings settings;
    private final Transactions transactions;
    private final Consumer<byte[], byte[]> consumer;
    private final DeadLetterWriter letters;
    private final SubscriptionMetrics metrics;
    private final FetchThread thread;
    private final CatchUp catchUp;
    private final Lag lag;
    private final Progress progress;
    private final Batch pending = new Batch();
    private int failures;
    private long retryAt = System.nanoTime();
    private volatile int inFlight;

    /**
     * A read model that does not run yet.
     *
     * @param consumer makes a member of its group that commits no offsets, which is closed with this
     * @param producer writes dead letters; stays its owner's to close
     * @param database stays its owner's to close
     * @param offsets of the read model in the database
     * @param failure completed exceptionally when it cannot go on
     */
    public ReadModel(
            ReadModelRuntime readModel,
            ReadModelSettings settings,
            Supplier<Consumer<byte[], byte[]>> consumer,
            Producer<byte[], byte[]> producer,
            DataSource database,
            Offsets offsets,
            SubscriptionMetrics metrics,
            CompletableFuture<Void> failure) {
        this.readModel = readModel;
        this.applying = readModel.open();
        this.settings = settings;
        this.transactions = new Transactions(database, offsets, applying, settings.timeout());
        // After what users have made, which may throw.
        this.consumer = Closing.onFailure(consumer, name(), applying::close);
        PartitionEnds ends = new PartitionEnds(this.consumer);
        this.catchUp = new CatchUp(readModel.name(), ends, applying::caughtUp, failure);
        this.lag = new Lag(this.consumer, ends);
        this.progress = new Progress(this.consumer, ends, catchUp, lag);
        this.letters = new DeadLetterWriter(readModel.name().deadLettersTopic(), producer);
        this.metrics = metrics;
        this.thread = new FetchThread(readModel.name().applicationId(), this.consumer, new Fetching(), failure);
    }

    @Override
    public ExtensionName name() {
        return readModel.name();
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
        return inFlight;
    }

    @Override
    public void close() {
        if (!thread.stop(settings.drain())) {
            LOG.warn(
                    "The read model {} still waits for the database, or for Kafka; what it has begun is rolled back",
                    name());
        }
        Closing.close(name(), applying::close);
    }

    /** What the thread does. */
    private final class Fetching implements FetchThread.Work {

        @Override
        public void begin() {
            consumer.subscribe(readModel.topics(), new Rebalances());
        }

        @Override
        public void round() {
            fetch();
            if (System.nanoTime() - retryAt >= 0) {
                attempt();
            }
            inFlight = pending.size();
            progress.look(inFlight);
        }
    }

    /** Fetches events, unless there are some that could not be applied yet: then it only stays a member of the group. */
    private void fetch() {
        boolean waits = isPaused() || !pending.isEmpty();
        consumer.resume(waits ? List.of() : progress.positioned());
        consumer.pause(waits ? consumer.assignment() : progress.unpositioned());
        consumer.poll(pending.isEmpty() ? POLL : untilRetry()).forEach(pending::add);
    }

    private Duration untilRetry() {
        long nanos = Math.max(0, retryAt - System.nanoTime());
        return nanos < POLL.toNanos() ? Duration.ofNanos(nanos) : POLL;
    }

    private void attempt() {
        long started = System.nanoTime();
        try {
            progress.position(transactions);
            if (pending.isSetAside()) {
                skip(pending.next().get(0));
            } else if (!pending.isEmpty()) {
                List<ConsumerRecord<byte[], byte[]>> events = pending.next();
                progress.appliedUpTo(transactions.apply(events, progress.positions()));
                applied(events, System.nanoTime() - started);
            }
            failures = 0;
        } catch (MovedException e) {
            LOG.info("{}: {}; it looks again where it is", name(), e.getMessage());
            pending.clear();
            progress.lookAgain();
        } catch (EventFailedException e) {
            metrics.count(Result.FAILED, System.nanoTime() - started);
            failed(e.failure());
        } catch (SQLException | SchemaRegistryException | KafkaException e) {
            requireNotWakeup(e);
            later("{} cannot go on and tries again: {}", e);
            if (failures >= FAILURES_TOGETHER && pending.isTriedTogether()) {
                // Perhaps they take longer than the database lets a transaction last.
                pending.split();
            }
        }
    }

    private static void requireNotWakeup(Exception e) {
        if (e instanceof WakeupException wakeup) {
            throw wakeup;
        }
    }

    private void applied(List<ConsumerRecord<byte[], byte[]>> events, long nanos) {
        pending.done();
        events.forEach(event -> metrics.count(Result.HANDLED, nanos / events.size()));
    }

    /** Of several events, it is not known which one it is. */
    private void failed(Throwable cause) {
        if (pending.isTriedTogether()) {
            LOG.info("{} failed on one of several events and applies each alone: {}", name(), cause.toString());
            pending.split();
            return;
        }
        boolean unreadable = cause instanceof UnreadableEventException;
        if (pending.failed() < settings.attempts() && !unreadable) {
            later("{} failed on an event and tries again: {}", cause);
            return;
        }
        ConsumerRecord<byte[], byte[]> event = pending.next().get(0);
        try {
            letters.write(event, cause);
            pending.setAside();
            metrics.count(Result.DEAD_LETTER, 0);
            LOG.error(
                    "{} failed on the event at {}-{}, which is a dead letter",
                    name(),
                    Transactions.partition(event),
                    event.offset(),
                    cause);
        } catch (ExecutionException | RuntimeException e) {
            later("{} cannot set an event aside and tries again: {}", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Passes over an event that is a dead letter. */
    private void skip(ConsumerRecord<byte[], byte[]> event) throws SQLException, MovedException, EventFailedException {
        progress.appliedUpTo(transactions.skip(event, progress.positions()));
        pending.done();
    }

    private void later(String message, Throwable cause) {
        retryAt = System.nanoTime() + settings.backoff().pause(++failures).toNanos();
        LOG.warn(message, name(), cause.toString());
    }

    /** Is called by the consumer, on its thread, while it polls: between transactions. */
    private final class Rebalances implements ConsumerRebalanceListener {

        @Override
        public void onPartitionsAssigned(Collection<TopicPartition> partitions) {
            progress.assigned(partitions);
        }

        @Override
        public void onPartitionsRevoked(Collection<TopicPartition> partitions) {
            progress.left(partitions);
            pending.left(partitions);
        }
    }
}
