package dev.annals.http;

import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.UnknownSchemaException;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.PathTemplateMatch;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers a GET with the schema whose id is the last segment of the path, as the registry holds it. */
final class SchemaHandler implements HttpHandler {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaHandler.class);

    private final SchemaRegistry schemas;

    SchemaHandler(SchemaRegistry schemas) {
        this.schemas = schemas;
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) {
        Failures.onWorker(exchange, this::answer);
    }

    private void answer(HttpServerExchange exchange) {
        String text = Objects.requireNonNull(exchange.getAttachment(PathTemplateMatch.ATTACHMENT_KEY)
                .getParameters()
                .get("id"));
        long id;
        try {
            id = SchemaId.parse(text, schemas.framing());
        } catch (NumberFormatException e) {
            Problems.invalidSchemaId(text, SchemaId.expected(schemas.framing())).send(exchange);
            return;
        }
        try {
            send(exchange, schemas.schema(id));
        } catch (UnknownSchemaException e) {
            Problems.noSuchSchema(String.valueOf(e.getMessage())).send(exchange);
        } catch (SchemaRegistryException e) {
            LOG.error("A schema could not be looked up", e);
            Replies.retryLater(exchange, "The schema registry does not answer; the log says why");
        }
    }

    private static void send(HttpServerExchange exchange, String schema) {
        exchange.getResponseHeaders().put(Headers.CONTENT_TYPE, "application/json");
        exchange.getResponseSender().send(schema, StandardCharsets.UTF_8);
    }
}
