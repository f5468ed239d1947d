package dev.annals.benchmarks;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Semaphore;

/** Deposits over HTTP, by a number of callers who each wait for the reply before they send again. */
final class Load {

    private static final int ACCOUNTS = 1_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI commands;

    Load(URI commands) {
        this.commands = commands;
    }

    Measurement run(int callers, int requests) throws InterruptedException {
        long[] nanos = new long[requests];
        Semaphore free = new Semaphore(callers);
        Usage before = Usage.now();
        long start = System.nanoTime();
        CompletableFuture<?>[] replies = new CompletableFuture<?>[requests];
        for (int i = 0; i < requests; i++) {
            free.acquire();
            replies[i] = send(i, nanos).whenComplete((reply, error) -> free.release());
        }
        CompletableFuture.allOf(replies).join();
        return new Measurement(nanos, System.nanoTime() - start, Usage.now().since(before));
    }

    private CompletableFuture<?> send(int index, long[] nanos) {
        HttpRequest request = HttpRequest.newBuilder(commands)
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString("{\"_type\":\"Deposit\",\"account\":\"account-%d\",\"amount\":100}"
                        .formatted(index % ACCOUNTS)))
                .build();
        long start = System.nanoTime();
        return client.sendAsync(request, BodyHandlers.ofString()).thenAccept(reply -> {
            nanos[index] = System.nanoTime() - start;
            requireAccepted(reply);
        });
    }

    private static void requireAccepted(HttpResponse<String> reply) {
        if (reply.statusCode() != 200) {
            throw new IllegalStateException("Not accepted: " + reply.statusCode() + " " + reply.body());
        }
    }
}
