package dev.annals.http;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.CommandGateway;
import dev.annals.aggregate.CommandRequest;
import dev.annals.aggregate.EntityReader;
import dev.annals.aggregate.KeyCodec;
import dev.annals.json.Json;
import dev.annals.json.JsonValue;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import java.util.concurrent.CompletableFuture;
import java.util.function.Predicate;

/** Takes a command in the body of a POST; holds no thread while the command is under way. */
final class CommandsHandler<K, C, E, S> implements HttpHandler {

    private final AggregateRuntime<K, C, E, S> aggregate;
    private final CommandGateway gateway;
    private final EntityReader<K, S> entities;
    private final JsonValue.Reader<C> commands;
    private final OutcomeReply<E> reply;
    private final Predicate<C> answersWithArray;

    CommandsHandler(
            AggregateRuntime<K, C, E, S> aggregate,
            CommandGateway gateway,
            EntityReader<K, S> entities,
            JsonValue.Reader<C> commands,
            OutcomeReply<E> reply,
            Predicate<C> answersWithArray) {
        this.aggregate = aggregate;
        this.gateway = gateway;
        this.entities = entities;
        this.commands = commands;
        this.reply = reply;
        this.answersWithArray = answersWithArray;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        JsonBody.receive(exchange, body -> Failures.onWorker(exchange, worker -> send(worker, body)));
    }

    private void send(HttpServerExchange exchange, byte[] body) {
        C command = commands.read(Json.parse(body));
        K key = aggregate.aggregate().keyOf(command);
        requireReady(key);
        CommandRequest<C> request = CommandRequests.of(exchange, command);
        if (aggregate.keepsOutcomes()) {
            if (request.mayComeAgain()) {
                requireNotUsedElsewhere(request, key);
            }
            if (CommandRequests.prefersNotToWait(exchange)) {
                submit(exchange, request, key);
                return;
            }
        }
        decide(exchange, request);
    }

    private void requireReady(K key) {
        try {
            entities.requireReady(key);
        } catch (IllegalArgumentException e) {
            KeyCodec<K> keys = aggregate.aggregate().keys();
            throw new ProblemException(Problems.invalidKey(keys.toText(key), keys.description()));
        }
    }

    /** An id that was used for an entity of the same partition is refused there, in order with all other commands. */
    private void requireNotUsedElsewhere(CommandRequest<C> request, K key) {
        if (aggregate.outcomes().isKeptElsewhere(request.messageId(), entities.partition(key))) {
            throw new ProblemException(Problems.messageIdReused(request.messageId()));
        }
    }

    private void decide(HttpServerExchange exchange, CommandRequest<C> request) {
        boolean asArray = answersWithArray.test(request.command());
        CompletableFuture<?> unused = gateway.send(aggregate, request)
                .whenComplete((outcome, failure) -> onIoThread(exchange, ready -> {
                    if (failure == null) {
                        reply.send(ready, outcome, asArray);
                    } else {
                        OutcomeReply.sendFailure(ready, request.messageId(), failure);
                    }
                }));
    }

    /** Answers as soon as the command is sure to be decided. */
    private void submit(HttpServerExchange exchange, CommandRequest<C> request, K key) {
        CommandRequest<C> kept = request.mayComeAgain() ? request : request.identified(request.messageId());
        CompletableFuture<?> unused = gateway.submit(aggregate, kept)
                .whenComplete((confirmed, failure) -> onIoThread(exchange, ready -> {
                    if (failure == null) {
                        Replies.accepted(ready, kept.messageId(), location(kept.messageId(), key));
                    } else {
                        OutcomeReply.sendFailure(ready, kept.messageId(), failure);
                    }
                }));
    }

    private String location(String messageId, K key) {
        return "%s/events/one/%s?key=%s"
                .formatted(
                        aggregate.name().path(),
                        Paths.encode(messageId),
                        Paths.encode(aggregate.aggregate().keys().toText(key)));
    }

    /** Off the stream thread, which has more commands to process. */
    private static void onIoThread(HttpServerExchange exchange, HttpHandler handler) {
        exchange.getIoThread().execute(() -> Failures.run(exchange, handler));
    }
}
