package dev.annals.testkit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;

/** Sends requests to a service. Safe for use by several threads. */
public final class HttpTester {

    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private final URI base;

    /** Requests to this address, to which paths are appended. */
    public HttpTester(URI base) {
        this.base = base;
    }

    /** Where the service listens: {@code http://127.0.0.1:54321}. */
    public URI base() {
        return base;
    }

    public HttpResponse<String> get(String path) {
        return send(request(path).build());
    }

    /** Posts a JSON document. */
    public HttpResponse<String> post(String path, String json) {
        return send(postOf(path, json));
    }

    /** Posts a JSON document, and does not wait for the reply. */
    public CompletableFuture<HttpResponse<String>> postAsync(String path, String json) {
        return CLIENT.sendAsync(postOf(path, json), BodyHandlers.ofString());
    }

    /** A request to be built further, and given to {@link #send}; the path and query as they go over the wire. */
    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    public HttpResponse<String> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException("%s %s failed".formatted(request.method(), request.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + request.uri(), e);
        }
    }

    /**
     * Opens a live feed, which is its caller's to close.
     *
     * @param lastEventId of the event after which to go on, or nothing to begin with what comes next
     * @throws AssertionError when it is refused
     */
    public LiveFeed feed(String path, String... lastEventId) {
        HttpRequest.Builder request = request(path).header("Accept", "text/event-stream");
        for (String id : lastEventId) {
            request.header("Last-Event-ID", id);
        }
        try {
            HttpResponse<InputStream> reply = CLIENT.send(request.build(), BodyHandlers.ofInputStream());
            if (reply.statusCode() != 200) {
                throw new AssertionError(
                        reply.statusCode() + " " + new String(reply.body().readAllBytes(), StandardCharsets.UTF_8));
            }
            return new LiveFeed(reply);
        } catch (IOException e) {
            throw new UncheckedIOException("GET " + path + " failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + path, e);
        }
    }

    private HttpRequest postOf(String path, String json) {
        return request(path)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build();
    }
}
