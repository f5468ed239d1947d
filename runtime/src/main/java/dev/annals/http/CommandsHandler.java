package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.CommandNotSentException;
import dev.annals.aggregate.CommandRequest;
import dev.annals.aggregate.CommittedOutcome;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.PartitionMovedException;
import dev.annals.json.Json;
import dev.annals.json.JsonValue;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Takes a command in the body of a POST, and has it decided by the instance that owns its entity; holds no thread while the
 * command is under way.
 */
final class CommandsHandler<K, C, E, S> implements HttpHandler {

    private final AggregateRuntime<K, C, E, S> aggregate;
    private final CommandGateway gateway;
    private final EntityReader<K, S> entities;
    private final EntityRoutes<K, S> routes;
    private final Door door;
    private final JsonValue.Reader<C> commands;
    private final OutcomeReply<E> reply;
    private final Predicate<C> answersWithArray;

    CommandsHandler(
            AggregateRuntime<K, C, E, S> aggregate,
            CommandGateway gateway,
            EntityRoutes<K, S> routes,
            Door door,
            JsonValue.Reader<C> commands,
            OutcomeReply<E> reply,
            Predicate<C> answersWithArray) {
        this.aggregate = aggregate;
        this.gateway = gateway;
        this.entities = routes.entities();
        this.routes = routes;
        this.door = door;
        this.commands = commands;
        this.reply = reply;
        this.answersWithArray = answersWithArray;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        JsonBody.receive(exchange, body -> {
            door.received(exchange, body);
            Failures.onWorker(exchange, worker -> route(worker, body));
        });
    }

    private void route(HttpServerExchange exchange, byte[] body) throws Exception {
        C command = commands.read(Json.parse(body));
        int partition = routes.partition(aggregate.aggregate().keyOf(command));
        CommandRequest<C> request = CommandRequests.of(exchange, command);
        routes.route(exchange, new Forward.Body(body), new Destination(request, partition));
    }

    /** The processor of a command's entity, here or elsewhere. */
    private final class Destination implements Router.Destination {

        private final CommandRequest<C> request;
        private final int partition;

        Destination(CommandRequest<C> request, int partition) {
            this.request = request;
            this.partition = partition;
        }

        @Override
        public TopicPartition partition() {
            return routes.topicPartition(partition);
        }

        @Override
        public boolean isHere() {
            return entities.isReady(partition);
        }

        @Override
        public boolean isRepeatable() {
            return request.mayComeAgain() && aggregate.keepsOutcomes();
        }

        @Override
        public boolean isRead() {
            return false;
        }

        @Override
        public void answerUnknown(HttpServerExchange exchange) {
            if (isRepeatable()) {
                exchange.getResponseHeaders().put(Headers.LOCATION, location());
            }
            OutcomeReply.sendNoOutcome(exchange, request.messageId());
        }

        @Override
        public void answer(HttpServerExchange exchange, Router.Attempts attempts) {
            if (isRepeatable()) {
                requireNotUsedElsewhere();
            }
            if (aggregate.keepsOutcomes() && CommandRequests.prefersNotToWait(exchange)) {
                submit(exchange, attempts);
            } else {
                decide(exchange, attempts);
            }
        }

        /** An id that was used for an entity of the same partition is refused there, in order with all other commands. */
        private void requireNotUsedElsewhere() {
            if (aggregate.outcomes().isKeptElsewhere(request.messageId(), partition)) {
                throw new ProblemException(Problems.messageIdReused(request.messageId()));
            }
        }

        private void decide(HttpServerExchange exchange, Router.Attempts attempts) {
            CompletableFuture<?> unused = gateway.send(aggregate, request, partition)
                    .whenComplete((outcome, failure) ->
                            onIoThread(exchange, ready -> decided(ready, attempts, outcome, failure)));
        }

        private void decided(
                HttpServerExchange exchange,
                Router.Attempts attempts,
                @Nullable CommittedOutcome<E> committed,
                @Nullable Throwable failure) {
            if (committed != null) {
                Replies.putPosition(exchange, committed.position());
                reply.send(exchange, committed.outcome(), answersWithArray.test(request.command()));
            } else if (failure instanceof PartitionMovedException) {
                attempts.moved(String.valueOf(failure.getMessage()));
            } else if (failure instanceof TimeoutException || isSentBefore(failure, attempts)) {
                answerUnknown(exchange);
            } else if (failure != null) {
                OutcomeReply.sendFailure(exchange, request.messageId(), failure);
            }
        }

        /** An attempt could not be sent, but one before it may have been. */
        private boolean isSentBefore(@Nullable Throwable failure, Router.Attempts attempts) {
            return failure instanceof CommandNotSentException && attempts.mayHaveBeenSent();
        }

        /** Answers as soon as the command is sure to be decided. */
        private void submit(HttpServerExchange exchange, Router.Attempts attempts) {
            CommandRequest<C> kept = request.mayComeAgain() ? request : request.identified(request.messageId());
            CompletableFuture<?> unused = gateway.submit(aggregate, kept)
                    .whenComplete((confirmed, failure) -> onIoThread(exchange, ready -> {
                        if (failure instanceof TimeoutException || isSentBefore(failure, attempts)) {
                            ready.getResponseHeaders().put(Headers.LOCATION, location());
                            OutcomeReply.sendNoOutcome(ready, kept.messageId());
                        } else if (failure == null) {
                            Replies.accepted(ready, kept.messageId(), location());
                        } else {
                            OutcomeReply.sendFailure(ready, kept.messageId(), failure);
                        }
                    }));
        }

        private String location() {
            String key =
                    aggregate.aggregate().keys().toText(aggregate.aggregate().keyOf(request.command()));
            return "%s/events/one/%s?key=%s"
                    .formatted(aggregate.name().path(), Paths.encode(request.messageId()), Paths.encode(key));
        }
    }

    /** Off the stream thread, which has more commands to process. */
    private static void onIoThread(HttpServerExchange exchange, HttpHandler handler) {
        exchange.getIoThread().execute(() -> Failures.run(exchange, handler));
    }
}
