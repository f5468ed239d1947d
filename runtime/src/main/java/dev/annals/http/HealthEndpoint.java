package dev.annals.http;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.auth.Area;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;

/** The routes on which a service says how it is. */
public final class HealthEndpoint {

    /** What paths of health start with: they are answered also while the service stops. */
    static final String PREFIX = "/health/";

    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    private HealthEndpoint() {}

    public static Routes addTo(Routes routes, Health health) {
        return routes.get(PREFIX + "live", exchange -> send(exchange, health, health.isLive(), Map.of()))
                .get(PREFIX + "ready", exchange -> send(exchange, health, health.isReady(), health.unready()));
    }

    /**
     * Adds the route of metrics.
     *
     * @param scrape writes them in Prometheus' text format
     */
    public static Routes addMetricsTo(Routes routes, Supplier<String> scrape, Door door) {
        HttpHandler metrics = exchange -> Failures.onWorker(exchange, worker -> {
            worker.getResponseHeaders().put(Headers.CONTENT_TYPE, PROMETHEUS);
            worker.getResponseSender().send(scrape.get());
        });
        return routes.get("/metrics", door.guard(Area.MANAGEMENT, metrics));
    }

    private static void send(HttpServerExchange exchange, Health health, boolean up, Map<String, String> unready) {
        exchange.getResponseHeaders().put(Headers.CACHE_CONTROL, "no-store");
        Replies.sendJson(
                exchange,
                up ? StatusCodes.OK : StatusCodes.SERVICE_UNAVAILABLE,
                out -> write(out, health, up, unready));
    }

    private static void write(JsonGenerator out, Health health, boolean up, Map<String, String> unready)
            throws IOException {
        out.writeStartObject();
        out.writeStringField("status", up ? "UP" : "DOWN");
        out.writeStringField("state", health.state());
        write(out, "restoring", health.restoring());
        write(out, "unready", unready);
        out.writeEndObject();
    }

    private static void write(JsonGenerator out, String field, Map<String, String> values) throws IOException {
        out.writeObjectFieldStart(field);
        for (Map.Entry<String, String> value : values.entrySet()) {
            out.writeStringField(value.getKey(), value.getValue());
        }
        out.writeEndObject();
    }
}
