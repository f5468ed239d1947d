package bank;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;

/** Stands before a service and passes requests on, but loses the first answers, or is not ready for the first requests. */
final class LossyProxy implements AutoCloseable {

    private static final Set<String> OF_THE_CONNECTION =
            Set.of("connection", "content-length", "host", "http2-settings", "upgrade");

    private final HttpClient client = HttpClient.newHttpClient();
    private final AtomicInteger lost = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private final AtomicInteger requests = new AtomicInteger();
    private volatile int statusAfterLosses;
    private final URI service;
    private final HttpServer server;

    private LossyProxy(URI service) throws IOException {
        this.service = service;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::handle);
        server.start();
    }

    static LossyProxy to(URI service) throws IOException {
        return new LossyProxy(service);
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    /** The next requests are passed on, and their connections break before the answer. */
    void loseAnswers(int next) {
        lost.set(next);
    }

    /** The next requests are answered with 503. */
    void refuse(int next) {
        refused.set(next);
    }

    /** Once no answers are lost any more, requests are answered with this status. */
    void answerAfterThat(int status) {
        statusAfterLosses = status;
    }

    int requests() {
        return requests.get();
    }

    private void handle(HttpExchange exchange) throws IOException {
        requests.incrementAndGet();
        boolean refuses = refused.getAndUpdate(left -> Math.max(0, left - 1)) > 0;
        boolean answers = statusAfterLosses > 0 && lost.get() == 0;
        if (refuses || answers) {
            exchange.sendResponseHeaders(answers ? statusAfterLosses : 503, -1);
            exchange.close();
            return;
        }
        HttpResponse<byte[]> response = pass(exchange);
        if (lost.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.close();
            return;
        }
        response.headers().map().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name) && !name.startsWith(":")) {
                values.forEach(value -> exchange.getResponseHeaders().add(name, value));
            }
        });
        exchange.sendResponseHeaders(response.statusCode(), response.body().length == 0 ? -1 : response.body().length);
        exchange.getResponseBody().write(response.body());
        exchange.close();
    }

    private HttpResponse<byte[]> pass(HttpExchange exchange) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        service.resolve(exchange.getRequestURI().toString()))
                .method(
                        exchange.getRequestMethod(),
                        BodyPublishers.ofByteArray(exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (!OF_THE_CONNECTION.contains(name.toLowerCase(java.util.Locale.ROOT))) {
                values.forEach(value -> request.header(name, value));
            }
        });
        try {
            return client.send(request.build(), BodyHandlers.ofByteArray());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
