package dev.annals.reliability.fault;

import dev.annals.reliability.load.History;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;

/** Commands that are all sent at once, and change nothing: each takes more than the account has. */
final class Burst {

    private static final int SIZE = 500;
    private static final String COMMAND = "{\"_type\":\"Withdraw\",\"account\":\"%s\",\"amount\":1000000000}";

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();
    private final History history;

    Burst(History history) {
        this.history = history;
    }

    /** Sends them, and waits for what becomes of them. */
    void send(URI instance, List<String> accounts) {
        List<CompletableFuture<Integer>> statuses = IntStream.range(0, SIZE)
                .mapToObj(i -> status(instance, accounts.get(i % accounts.size())))
                .toList();
        for (CompletableFuture<Integer> status : statuses) {
            int code = status.join();
            if (code != 422 && code != 503 && code != 504 && code != 0) {
                history.complain("A command of a burst got " + code);
            }
        }
    }

    private CompletableFuture<Integer> status(URI instance, String account) {
        HttpRequest request = HttpRequest.newBuilder(instance.resolve("/accounts/commands"))
                .header("content-type", "application/json")
                .timeout(Duration.ofSeconds(30))
                .POST(BodyPublishers.ofString(COMMAND.formatted(account)))
                .build();
        return http.sendAsync(request, BodyHandlers.ofString())
                .thenApply(HttpResponse::statusCode)
                .exceptionally(failure -> 0);
    }
}
