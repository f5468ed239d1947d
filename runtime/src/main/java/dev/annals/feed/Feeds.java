package dev.annals.feed;

import dev.annals.aggregate.NotReadyException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;

/** The feeds of a process: no more than are allowed, and all of them ended in order when it stops. Safe for use by several threads. */
public final class Feeds implements AutoCloseable {

    private static final Duration TO_END = Duration.ofSeconds(2);

    private final FeedLimits limits;
    private final Supplier<Consumer<byte[], byte[]>> consumers;
    private final UnaryOperator<String> identities;
    private final Map<String, String> knownIdentities = new ConcurrentHashMap<>();
    private final Set<Place> places = ConcurrentHashMap.newKeySet();
    private final AtomicLong threads = new AtomicLong();
    private boolean closed;

    /**
     * Feeds of one cluster's topics.
     *
     * @param consumers makes consumers of committed records that are members of no group, and do not look for another offset where
     *     there is none
     * @param identities what tells a topic from those that have, had or will have the same name; asked once for each
     */
    public Feeds(FeedLimits limits, Supplier<Consumer<byte[], byte[]>> consumers, UnaryOperator<String> identities) {
        this.limits = limits;
        this.consumers = consumers;
        this.identities = identities;
    }

    public FeedLimits limits() {
        return limits;
    }

    /** How many there are. */
    public int open() {
        return places.size();
    }

    /**
     * Takes a place for a feed; nothing where all are taken.
     *
     * @throws NotReadyException when the process is stopping
     */
    public synchronized Optional<Place> enter() {
        if (closed) {
            throw new NotReadyException("The service is stopping");
        }
        if (places.size() >= limits.feeds()) {
            return Optional.empty();
        }
        Place place = new Place();
        places.add(place);
        return Optional.of(place);
    }

    /** Takes in no more feeds, and ends those that there are; who does not end is cut off. */
    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        places.forEach(Place::stop);
        awaitEnd();
        places.forEach(Place::cutOff);
    }

    private synchronized void awaitEnd() {
        long deadline = System.nanoTime() + TO_END.toNanos();
        try {
            long left = TO_END.toMillis();
            while (!places.isEmpty() && left > 0) {
                wait(left);
                left = (deadline - System.nanoTime()) / 1_000_000;
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void leave(Place place) {
        places.remove(place);
        notifyAll();
    }

    /** One feed's place, from before it is opened until it has ended. */
    public final class Place {

        private @Nullable Runnable stop;
        private @Nullable Runnable cutOff;
        private boolean stopped;

        private Place() {}

        /** Runs a feed on a thread of its own, and gives the place back when it is done. */
        public void run(Runnable feed) {
            Thread thread = new Thread(
                    () -> {
                        try {
                            feed.run();
                        } finally {
                            leave(this);
                        }
                    },
                    "annals-feed-" + threads.incrementAndGet());
            thread.setDaemon(true);
            try {
                thread.start();
            } catch (Error e) {
                // There are no more threads to be had.
                leave(this);
                throw e;
            }
        }

        /**
         * Opens the feed that is asked for; to be called on its thread. Blocks on the brokers.
         *
         * @throws InvalidPositionException when it cannot go on from the id that is given
         * @throws NotReadyException when the process is stopping, or Kafka does not answer
         */
        public <K> Feed<K> open(FeedRequest<K> request) {
            Consumer<byte[], byte[]> consumer = null;
            try {
                String identity =
                        knownIdentities.computeIfAbsent(request.source().topic(), identities);
                consumer = consumers.get();
                whenStopped(consumer::wakeup);
                Feed<K> feed = FeedOpening.open(request, identity, consumer, limits.heartbeat());
                whenStopped(feed::stop);
                return feed;
            } catch (RuntimeException e) {
                if (consumer != null) {
                    consumer.close();
                }
                throw e instanceof WakeupException
                        ? new NotReadyException("The service is stopping", e)
                        : e instanceof KafkaException ? new NotReadyException("Kafka does not answer", e) : e;
            }
        }

        /** Says how to break off a feed whose reader takes nothing. */
        public synchronized void whenCutOff(Runnable action) {
            cutOff = action;
        }

        /** Has the feed end, from any thread. */
        public synchronized void stop() {
            stopped = true;
            if (stop != null) {
                stop.run();
            }
        }

        private synchronized void whenStopped(Runnable action) {
            stop = action;
            if (stopped) {
                action.run();
            }
        }

        private synchronized void cutOff() {
            if (cutOff != null) {
                cutOff.run();
            }
        }
    }
}
