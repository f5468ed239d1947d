package dev.annals.http;

import dev.annals.aggregate.CommandRequest;
import io.undertow.server.HttpServerExchange;
import java.util.UUID;

/** Reads what the headers of a request say of the command in its body. */
final class CommandRequests {

    private CommandRequests() {}

    static <C> CommandRequest<C> of(HttpServerExchange exchange, C command) {
        return new CommandRequest<>(command, UUID.randomUUID().toString(), null, null);
    }
}
