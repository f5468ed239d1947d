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
        try {
            entities.requireReady(key);
        } catch (IllegalArgumentException e) {
            KeyCodec<K> keys = aggregate.aggregate().keys();
            Problems.invalidKey(keys.toText(key), keys.description()).send(exchange);
            return;
        }
        CommandRequest<C> request = CommandRequests.of(exchange, command);
        String messageId = request.messageId();
        boolean asArray = answersWithArray.test(command);
        CompletableFuture<?> unused = gateway.send(aggregate, request)
                .whenComplete((outcome, failure) -> onIoThread(exchange, ready -> {
                    ready.getResponseHeaders().put(Replies.MESSAGE_ID, messageId);
                    if (failure == null) {
                        reply.send(ready, outcome, asArray);
                    } else {
                        OutcomeReply.sendFailure(ready, messageId, failure);
                    }
                }));
    }

    /** Off the stream thread, which has more commands to process. */
    private static void onIoThread(HttpServerExchange exchange, HttpHandler handler) {
        exchange.getIoThread().execute(() -> Failures.run(exchange, handler));
    }
}
