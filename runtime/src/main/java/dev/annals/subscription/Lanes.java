package dev.annals.subscription;

import dev.annals.extension.ExtensionName;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.subscription.SubscriptionMetrics.Result;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The events that have been fetched, in a lane for each entity: the events of a lane are handled one after another, those of
 * different lanes at the same time. Between two attempts a lane holds no thread. Safe for use by several threads.
 */
final class Lanes {

    private static final Logger LOG = LoggerFactory.getLogger(Lanes.class);

    private final ExtensionName name;
    private final Handling handling;
    private final SubscriptionSettings settings;
    private final DeadLetterWriter letters;
    private final SubscriptionMetrics metrics;
    private final ExecutorService workers;
    private final ScheduledExecutorService timer;
    private final Consumer<Throwable> fatal;
    private final Map<LaneKey, Lane> lanes = new HashMap<>();
    private int inFlight;

    Lanes(
            ExtensionName name,
            Handling handling,
            SubscriptionSettings settings,
            DeadLetterWriter letters,
            SubscriptionMetrics metrics,
            ExecutorService workers,
            ScheduledExecutorService timer,
            Consumer<Throwable> fatal) {
        this.name = name;
        this.handling = handling;
        this.settings = settings;
        this.letters = letters;
        this.metrics = metrics;
        this.workers = workers;
        this.timer = timer;
        this.fatal = fatal;
    }

    private record LaneKey(TopicPartition partition, Bytes key) {}

    /** An event; and who waits for it, where it was set aside before. */
    private record Event(
            ConsumerRecord<byte[], byte[]> record,
            PartitionProgress progress,
            @Nullable CompletableFuture<Void> caller) {}

    /** How many events are in memory. */
    synchronized int inFlight() {
        return inFlight;
    }

    /** Adds an event behind those of its entity. */
    void add(ConsumerRecord<byte[], byte[]> record, PartitionProgress progress) {
        add(new Event(record, progress, null));
    }

    /**
     * Adds an event that was set aside, to be handled once, in its turn among those of its entity.
     *
     * @return done when it has been handled; exceptionally with what that led to
     */
    CompletableFuture<Void> handleAgain(ConsumerRecord<byte[], byte[]> record) {
        CompletableFuture<Void> caller = new CompletableFuture<>();
        add(new Event(record, new PartitionProgress(), caller));
        return caller;
    }

    private void add(Event event) {
        ConsumerRecord<byte[], byte[]> record = event.record();
        event.progress().taken(record.offset());
        // Records without a key are of nobody, and not to wait for each other; they cannot be read either.
        byte[] key = record.key() == null ? new byte[0] : record.key();
        LaneKey laneKey = new LaneKey(new TopicPartition(record.topic(), record.partition()), Bytes.wrap(key));
        Lane started = null;
        synchronized (this) {
            inFlight++;
            Lane lane = lanes.get(laneKey);
            if (lane == null) {
                lane = new Lane(laneKey);
                lanes.put(laneKey, lane);
                started = lane;
            }
            lane.events.add(event);
        }
        if (started != null) {
            execute(started);
        }
    }

    private void execute(Lane lane) {
        try {
            workers.execute(lane);
        } catch (RejectedExecutionException e) {
            LOG.debug("The service stops; what is left of {} comes again", lane.key);
        }
    }

    /** The events of one entity. One thread at a time works on it. */
    private final class Lane implements Runnable {

        private final LaneKey key;
        private final Deque<Event> events = new ArrayDeque<>();
        private int attempts;
        private int pauses;

        /** After an event that became a dead letter, those behind it are tried once each, until one succeeds. */
        private boolean broken;

        Lane(LaneKey key) {
            this.key = key;
        }

        @Override
        public void run() {
            Event event = head();
            if (isGivenUp(event) || !event.progress().begin()) {
                // Nobody waits for it, or its partition has left: it is another instance's now.
                next();
                return;
            }
            Duration pause;
            try {
                pause = handle(event);
                if (pause.isZero()) {
                    event.progress().done(event.record().offset());
                }
            } catch (Throwable e) {
                fatal.accept(e);
                throw e;
            } finally {
                event.progress().end();
            }
            if (pause.isZero()) {
                next();
            } else {
                later(pause);
            }
        }

        /** Handles an event, and returns how long to wait before it is handled again; zero where it is done with. */
        private Duration handle(Event event) {
            long started = System.nanoTime();
            try {
                handling.handle(event.record());
                metrics.count(Result.HANDLED, System.nanoTime() - started);
                broken = false;
                tell(event, null);
                return Duration.ZERO;
            } catch (SchemaRegistryException e) {
                return tell(event, e) ? Duration.ZERO : again(event, e);
            } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
                metrics.count(Result.FAILED, System.nanoTime() - started);
                if (tell(event, e)) {
                    return Duration.ZERO;
                }
                attempts++;
                return failed(event, e);
            }
        }

        /** Who has asked for it to be handled again does not wait for it any more. */
        private boolean isGivenUp(Event event) {
            return event.caller() != null && event.caller().isCancelled();
        }

        /** Tells who waits for the event, where somebody does: then it is theirs what comes of it. */
        private boolean tell(Event event, @Nullable Throwable failure) {
            CompletableFuture<Void> caller = event.caller();
            if (caller == null) {
                return false;
            }
            return failure == null ? caller.complete(null) : caller.completeExceptionally(failure);
        }

        private Duration failed(Event event, Throwable failure) {
            if (failure instanceof InterruptedException) {
                Thread.currentThread().interrupt();
            }
            boolean unreadable = failure instanceof UnreadableEventException;
            if (event.progress().hasLeft()) {
                LOG.info(
                        "{} failed on the event at {}, which comes again where its partition goes", name, place(event));
                return pause();
            }
            if (!unreadable && !broken && attempts < settings.attempts()) {
                return again(event, failure);
            }
            try {
                letters.write(event.record(), failure);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return pause();
            } catch (Exception e) {
                LOG.error("The event at {} cannot be set aside; it is tried again", place(event), e);
                return pause();
            }
            LOG.error("{} failed on the event at {}, which is a dead letter", name, place(event), failure);
            metrics.count(Result.DEAD_LETTER, 0);
            // What cannot be read says nothing of the others.
            broken |= !unreadable;
            return Duration.ZERO;
        }

        private Duration again(Event event, Throwable failure) {
            LOG.warn("{} failed on the event at {} and tries again: {}", name, place(event), failure.toString());
            return pause();
        }

        /** Longer from one to the next, whatever they are for. */
        private Duration pause() {
            return settings.backoff().pause(++pauses);
        }

        private void later(Duration pause) {
            try {
                Future<?> unused = timer.schedule(() -> execute(this), pause.toMillis(), TimeUnit.MILLISECONDS);
            } catch (RejectedExecutionException e) {
                LOG.debug("The service stops; what is left of {} comes again", key);
            }
        }

        private Event head() {
            synchronized (Lanes.this) {
                return events.getFirst();
            }
        }

        private void next() {
            attempts = 0;
            pauses = 0;
            synchronized (Lanes.this) {
                events.removeFirst();
                inFlight--;
                if (events.isEmpty()) {
                    lanes.remove(key);
                    return;
                }
            }
            // Behind those of other entities that wait for a thread.
            execute(this);
        }
    }

    private static String place(Event event) {
        ConsumerRecord<byte[], byte[]> record = event.record();
        return "%s-%d-%d".formatted(record.topic(), record.partition(), record.offset());
    }
}
