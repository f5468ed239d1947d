package dev.annals.reliability.load;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/** Sends requests to any of the instances, and again to another where there is no answer. Used by one thread. */
public final class Caller {

    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration IMPATIENCE = Duration.ofMillis(5);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private final List<URI> instances;
    private final Random random;
    private final History history;
    private final LongSupplier giveUpAt;

    /**
     * A caller.
     *
     * @param giveUpAt by {@link System#nanoTime()}, when a command that nobody answers has to be called lost
     */
    public Caller(List<URI> instances, Random random, History history, LongSupplier giveUpAt) {
        this.instances = List.copyOf(instances);
        this.random = random;
        this.history = history;
        this.giveUpAt = giveUpAt;
    }

    /** Sends a command for an account under an id until there is an answer; empty where there is none to the end. */
    Optional<Answer> command(String json, String id) throws InterruptedException {
        return command("/accounts/commands", json, id);
    }

    /** The same for any aggregate. */
    Optional<Answer> command(String path, String json, String id) throws InterruptedException {
        while (System.nanoTime() - giveUpAt.getAsLong() < 0) {
            // Now and then the connection is closed before the answer can be there.
            Duration patience = random.nextInt(20) == 0 ? IMPATIENCE : PATIENCE;
            Optional<Answer> answer =
                    send(post(path, json).header("Idempotency-Key", id).timeout(patience));
            if (answer.isPresent() && !answer.get().saysToTryAgain()) {
                return answer;
            }
            history.retried();
            TimeUnit.MILLISECONDS.sleep(20 + random.nextInt(80));
        }
        return Optional.empty();
    }

    /** Sends a command once, without an id. */
    Optional<Answer> commandOnce(String json, Optional<String> ifMatch) throws InterruptedException {
        HttpRequest.Builder request = post("/accounts/commands", json).timeout(PATIENCE);
        ifMatch.ifPresent(tag -> request.header("If-Match", tag));
        return send(request);
    }

    Optional<Answer> get(String path) throws InterruptedException {
        return send(HttpRequest.newBuilder(anyInstance().resolve(path)).timeout(PATIENCE));
    }

    private HttpRequest.Builder post(String path, String json) {
        return HttpRequest.newBuilder(anyInstance().resolve(path))
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(json));
    }

    private URI anyInstance() {
        return instances.get(random.nextInt(instances.size()));
    }

    private Optional<Answer> send(HttpRequest.Builder request) throws InterruptedException {
        try {
            return Optional.of(Answer.of(http.send(request.build(), BodyHandlers.ofString())));
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
