package dev.annals.http;

import dev.annals.aggregate.NotReadyException;
import dev.annals.instances.Address;
import dev.annals.instances.Instance;
import dev.annals.instances.Instances;
import dev.annals.instances.PeerClient;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.StatusCodes;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes a request to the instance that owns its partition: this one, at no cost, or another. While partitions move, it waits
 * a little and looks again. No thread waits meanwhile. Safe for use by several threads.
 */
public final class Router {

    private static final Logger LOG = LoggerFactory.getLogger(Router.class);

    private static final Duration SHORTEST_TIMEOUT = Duration.ofMillis(500);

    /** What an instance has, beyond its own time for a reply, to say that there is none yet. */
    private static final Duration TO_SAY_SO = Duration.ofSeconds(2);

    private final Instances instances;
    private final PeerClient peers;
    private final Duration patience;
    private final Duration replyTimeout;

    /**
     * Routes between these instances.
     *
     * @param patience how long a request may wait for its partition to have an owner that answers
     * @param replyTimeout how long another instance may take for its reply
     */
    public Router(Instances instances, PeerClient peers, Duration patience, Duration replyTimeout) {
        this.instances = instances;
        this.peers = peers;
        this.patience = patience;
        this.replyTimeout = replyTimeout;
    }

    /** A router that knows no other instance, and does not wait. */
    public static Router none() {
        return new Router(Instances.NONE, new PeerClient(Optional.empty()), Duration.ZERO, Duration.ofSeconds(1));
    }

    /** The same router, for a store that these instances hold. */
    public Router to(Instances others) {
        return new Router(others, peers, patience, replyTimeout);
    }

    Instances instances() {
        return instances;
    }

    PeerClient peers() {
        return peers;
    }

    Duration patience() {
        return patience;
    }

    /** How long one instance may take for a request that can be taken to another one then: it may be frozen. */
    Duration repeatableTimeout() {
        Duration half = patience.dividedBy(2);
        Duration shortest = half.compareTo(SHORTEST_TIMEOUT) > 0 ? half : SHORTEST_TIMEOUT;
        return shortest.compareTo(replyTimeout) < 0 ? shortest : replyTimeout;
    }

    /** What a request needs to be routed. */
    interface Destination {

        TopicPartition partition();

        /** Whether this process can answer for its partition now. */
        boolean isHere();

        /** Answers here, on a worker thread; may throw a {@link NotReadyException} where the partition has just left. */
        void answer(HttpServerExchange exchange, Attempts attempts) throws Exception;

        /** Whether it does no harm to carry out the request twice. */
        boolean isRepeatable();

        /** Whether it changes nothing, and takes no longer than a look into a store. */
        boolean isRead();

        /** Whether an answer may be old. */
        default boolean takesStale() {
            return false;
        }

        /** Answers where a request was sent, and there is no knowing whether it has been carried out. */
        void answerUnknown(HttpServerExchange exchange);
    }

    /** To be called on a worker thread; answers there or later. */
    void route(HttpServerExchange exchange, Forward.Body body, Destination destination) throws Exception {
        new Attempts(exchange, body, destination).next();
    }

    /** One request on its way. */
    final class Attempts {

        private final HttpServerExchange exchange;
        private final Forward.Body body;
        private final Destination destination;
        private final Waiting waiting;
        private boolean sent;
        private int failures;

        private Attempts(HttpServerExchange exchange, Forward.Body body, Destination destination) {
            this.exchange = exchange;
            this.body = body;
            this.destination = destination;
            this.waiting = new Waiting(exchange, patience);
        }

        private void next() throws Exception {
            if (destination.isHere()) {
                answerHere();
            } else if (Forward.isLocalOnly(exchange)) {
                refuse();
            } else {
                Optional<Instance> owner = owner();
                if (owner.isPresent() && !owner.get().local()) {
                    forward(owner.get().address());
                } else {
                    again("Partition " + destination.partition().partition() + " is not ready here");
                }
            }
        }

        /** Or, for a request that takes an old answer, one that follows an owner which does not answer. */
        private Optional<Instance> owner() {
            if (failures > 0 && destination.takesStale()) {
                List<Instance> standbys = instances.standbys(destination.partition());
                if (!standbys.isEmpty()) {
                    return Optional.of(standbys.get(failures % standbys.size()));
                }
            }
            return instances.owner(destination.partition());
        }

        private void answerHere() throws Exception {
            try {
                destination.answer(exchange, this);
            } catch (NotReadyException e) {
                again(String.valueOf(e.getMessage()));
            }
        }

        /** Looks once more where the partition is, a moment later. */
        private void again(String why) {
            if (Forward.isLocalOnly(exchange) && !sent) {
                refuse();
            } else if (!waiting.again(this::next)) {
                if (sent) {
                    destination.answerUnknown(exchange);
                } else {
                    Replies.retryLater(exchange, why);
                }
            }
        }

        /** This instance alone was asked, and the partition is not here. */
        private void refuse() {
            if (sent && !Forward.isForwarded(exchange)) {
                destination.answerUnknown(exchange);
            } else {
                Replies.notOwner(exchange, destination.partition().partition(), sent);
            }
        }

        /** The partition has left while the request was being carried out here, which may have succeeded. */
        void moved(String why) {
            sent = true;
            waiting.restart();
            if (destination.isRepeatable()) {
                again(why);
            } else {
                destination.answerUnknown(exchange);
            }
        }

        /** Whether the request may have been carried out by an attempt that came to nothing. */
        boolean mayHaveBeenSent() {
            return sent;
        }

        private void forward(Address owner) {
            Duration timeout = destination.isRead() ? repeatableTimeout() : replyTimeout.plus(TO_SAY_SO);
            CompletableFuture<PeerClient.Reply> asked = peers.send(owner, Forward.request(exchange, body), timeout);
            if (destination.isRepeatable() && !destination.isRead()) {
                watch(owner, asked);
            }
            var unused = asked.whenComplete((reply, failure) -> exchange.getIoThread()
                    .execute(() -> Failures.run(exchange, ready -> {
                        if (failure == null) {
                            replied(owner, reply);
                        } else {
                            failed(owner, failure);
                        }
                    })));
        }

        /** Does not wait for an instance whose partition has meanwhile been given to another: it may be frozen, or gone. */
        private void watch(Address owner, CompletableFuture<?> asked) {
            exchange.getIoThread()
                    .executeAfter(
                            () -> {
                                if (asked.isDone()) {
                                    return;
                                }
                                Optional<Instance> now = instances.owner(destination.partition());
                                if (now.isPresent() && !now.get().address().equals(owner)) {
                                    waiting.restart();
                                    asked.cancel(true);
                                } else {
                                    watch(owner, asked);
                                }
                            },
                            SHORTEST_TIMEOUT.toMillis(),
                            TimeUnit.MILLISECONDS);
        }

        private void replied(Address owner, PeerClient.Reply reply) {
            boolean notOwner = Forward.isNotOwner(reply);
            sent |= Forward.saysSent(reply);
            if (sent && reply.status() == StatusCodes.SERVICE_UNAVAILABLE && !destination.isRepeatable()) {
                destination.answerUnknown(exchange);
            } else if (notOwner) {
                again("Partition " + destination.partition().partition() + " is moving away from " + owner);
            } else if (sent && reply.status() == StatusCodes.SERVICE_UNAVAILABLE) {
                again("The instance at " + owner + " is not ready");
            } else {
                Forward.relay(exchange, reply);
            }
        }

        private void failed(Address owner, Throwable failure) {
            LOG.debug("{} did not answer", owner, failure);
            failures++;
            sent |= isPossiblySent(failure);
            if (sent && !destination.isRepeatable()) {
                destination.answerUnknown(exchange);
            } else {
                again("The instance at " + owner + " does not answer");
            }
        }
    }

    private static boolean isPossiblySent(Throwable failure) {
        Throwable cause = failure instanceof CompletionException
                ? Objects.requireNonNullElse(failure.getCause(), failure)
                : failure;
        return !(cause instanceof ConnectException || cause instanceof HttpConnectTimeoutException);
    }
}
