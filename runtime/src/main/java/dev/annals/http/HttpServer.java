package dev.annals.http;

import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.DefaultResponseListener;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.GracefulShutdownHandler;
import io.undertow.util.Headers;
import io.undertow.util.StatusCodes;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.xnio.Options;

/** The HTTP server of a service, from its start to an end that leaves no request without its reply. */
public final class HttpServer implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(HttpServer.class);

    /**
     * How many bytes above the limit a body may have and be refused with a reply: the server itself breaks off the
     * connection of a larger one, without a word where no length was declared.
     */
    private static final long ROOM_TO_REFUSE = 64L << 20;

    private final Undertow server;
    private final GracefulShutdownHandler gate;
    private final Duration patience;
    private final Routes routes;

    private HttpServer(Undertow server, GracefulShutdownHandler gate, Duration patience, Routes routes) {
        this.server = server;
        this.gate = gate;
        this.patience = patience;
        this.routes = routes;
    }

    /**
     * Starts to listen.
     *
     * @param port to listen on, or 0 for a free one
     * @param limits what is taken at the door
     * @param patience how long a stop waits for requests under way
     * @param tls what HTTPS needs, where it is to be spoken in place of HTTP
     * @throws RuntimeException when the address cannot be bound, with a {@link java.net.BindException} as its cause
     */
    public static HttpServer start(
            String host, int port, Limits limits, Duration patience, Optional<SSLContext> tls, Routes routes) {
        GracefulShutdownHandler gate =
                new GracefulShutdownHandler(exchange -> Failures.run(exchange, routes.handler()));
        Undertow.Builder builder = Undertow.builder();
        tls.ifPresentOrElse(
                context -> builder.addHttpsListener(port, host, context), () -> builder.addHttpListener(port, host));
        Undertow server = builder.setServerOption(UndertowOptions.MAX_ENTITY_SIZE, ROOM_TO_REFUSE + limits.bodyBytes())
                .setServerOption(UndertowOptions.MAX_HEADER_SIZE, limits.headerBytes())
                .setServerOption(UndertowOptions.REQUEST_PARSE_TIMEOUT, millis(limits.headTimeout()))
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, millis(limits.idleTimeout()))
                .setSocketOption(Options.WRITE_TIMEOUT, millis(limits.idleTimeout()))
                .setHandler(exchange -> {
                    exchange.addDefaultResponseListener(explainBareStatus());
                    JsonBody.limit(exchange, limits.bodyBytes());
                    SlowBody.limit(exchange, limits.bodyTimeout());
                    if (length(exchange) > limits.urlBytes()) {
                        Problems.longUrl(limits.urlBytes()).send(exchange);
                    } else if (exchange.getRequestPath().startsWith(HealthEndpoint.PREFIX)) {
                        // Asked for above all while the gate is closed.
                        Failures.run(exchange, routes.handler());
                    } else {
                        gate.handleRequest(exchange);
                    }
                })
                .build();
        server.start();
        return new HttpServer(server, gate, patience, routes);
    }

    private static int length(HttpServerExchange exchange) {
        return exchange.getRequestURI().length() + exchange.getQueryString().length();
    }

    private static int millis(Duration duration) {
        return Math.toIntExact(duration.toMillis());
    }

    /** The address that the server listens on. */
    public InetSocketAddress address() {
        return (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
    }

    /** What it answers. */
    public Routes routes() {
        return routes;
    }

    /** Takes no more requests, waits for those under way, then stops. */
    @Override
    public void close() {
        gate.shutdown();
        try {
            if (!gate.awaitShutdown(patience.toMillis())) {
                LOG.warn("Requests were still under way after {}", patience);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        server.stop();
    }

    /** The server itself ends some requests with nothing but a status, above all with 503 while it stops. */
    private static DefaultResponseListener explainBareStatus() {
        return exchange -> {
            if (exchange.isResponseStarted() || exchange.getStatusCode() < StatusCodes.BAD_REQUEST) {
                return false;
            }
            explain(exchange);
            return true;
        };
    }

    private static void explain(HttpServerExchange exchange) {
        int status = exchange.getStatusCode();
        if (status == StatusCodes.SERVICE_UNAVAILABLE) {
            exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
            if (Forward.isForwarded(exchange)) {
                // Its partitions will be another instance's in a moment.
                Forward.putNotOwner(exchange, false);
            }
            Replies.retryLater(exchange, "The service is stopping");
        } else {
            new Problem(status, "http-" + status, StatusCodes.getReason(status), StatusCodes.getReason(status))
                    .send(exchange);
        }
    }
}
