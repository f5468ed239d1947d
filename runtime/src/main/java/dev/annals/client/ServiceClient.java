package dev.annals.client;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is, and how it is called. A call that gets no answer, or one that says to come again (503, 504), is repeated for as long
 * as the patience lasts, with growing pauses, or those that the answer asks for. That is safe for commands too, because each has an
 * id ({@code Idempotency-Key}), and is decided once.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class ServiceClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** More than a service waits for an outcome by default, so that its own answer comes first. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 2_000;
    private static final Set<Integer> COME_AGAIN = Set.of(429, 503, 504);

    private final String base;
    private final HttpClient http;
    private final Duration timeout;
    private final Duration patience;
    private final Optional<Supplier<String>> token;

    private ServiceClient(
            String base, HttpClient http, Duration timeout, Duration patience, Optional<Supplier<String>> token) {
        this.base = base;
        this.http = http;
        this.timeout = timeout;
        this.patience = patience;
        this.token = token;
    }

    /**
     * A service.
     *
     * @param base such as {@code http://bank:9082}, also with a path
     */
    public static ServiceClient of(URI base) {
        HttpClient http =
                HttpClient.newBuilder().connectTimeout(CONNECT_TIMEOUT).build();
        return new ServiceClient(base.toString().replaceAll("/+$", ""), http, TIMEOUT, PATIENCE, Optional.empty());
    }

    /** The same, with a client of one's own: for TLS, proxies, other versions of HTTP. */
    public ServiceClient withHttpClient(HttpClient client) {
        return new ServiceClient(base, client, timeout, patience, token);
    }

    /** The same, with another limit for one attempt; by default 15 s. */
    public ServiceClient withTimeout(Duration limit) {
        return new ServiceClient(base, http, limit, patience, token);
    }

    /** The same, with another limit for a call with all of its repetitions; by default a minute, and zero for none. */
    public ServiceClient withPatience(Duration limit) {
        return new ServiceClient(base, http, timeout, limit, token);
    }

    /**
     * The same, with a token that is shown with each attempt ({@code Authorization: Bearer}).
     *
     * @param supplier is asked each time, by the threads that call
     */
    public ServiceClient withToken(Supplier<String> supplier) {
        return new ServiceClient(base, http, timeout, patience, Optional.of(supplier));
    }

    /** A request for a path below the base. */
    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).timeout(timeout);
    }

    /**
     * Sends a request, and again, until there is an answer that stands.
     *
     * @throws NoAnswerException when the patience is over, or the thread is interrupted
     */
    HttpResponse<byte[]> send(HttpRequest.Builder request) {
        long deadline = System.nanoTime() + patience.toNanos();
        for (int attempt = 1; ; attempt++) {
            Attempt made = attempt(request);
            if (made.stands()) {
                return made.response();
            }
            long pause = TimeUnit.MILLISECONDS.toNanos(made.pauseMillis(attempt));
            if (System.nanoTime() + pause - deadline > 0) {
                return made.end(base, attempt);
            }
            sleep(pause, made);
        }
    }

    private Attempt attempt(HttpRequest.Builder request) {
        token.ifPresent(supplier -> request.setHeader("Authorization", "Bearer " + supplier.get()));
        try {
            return new Attempt(http.send(request.build(), BodyHandlers.ofByteArray()), null);
        } catch (IOException e) {
            return new Attempt(null, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException("The call of " + base + " was interrupted", e);
        }
    }

    private void sleep(long nanos, Attempt made) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NoAnswerException(
                    "The call of " + base + " was interrupted", made.failure() == null ? e : made.failure());
        }
    }

    /** What one attempt came to: a response, or none. */
    private record Attempt(
            @Nullable HttpResponse<byte[]> found, @Nullable IOException failure) {

        boolean stands() {
            return found != null && !COME_AGAIN.contains(found.statusCode());
        }

        HttpResponse<byte[]> response() {
            if (found == null) {
                throw new IllegalStateException("There is no response");
            }
            return found;
        }

        /** A last answer that says to come again is one; nothing is none. */
        HttpResponse<byte[]> end(String base, int attempts) {
            if (found == null) {
                throw new NoAnswerException(
                        "%s has not answered, %d times asked: %s".formatted(base, attempts, failure), failure);
            }
            return found;
        }

        /** At least what the answer asks for, else doubling from one to the next, each cut by up to a half at random. */
        long pauseMillis(int attempt) {
            long doubled = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS << Math.min(attempt - 1, 10));
            long cut = Math.round(doubled * (1 - ThreadLocalRandom.current().nextDouble() / 2));
            return Math.max(cut, retryAfterMillis());
        }

        private long retryAfterMillis() {
            if (found == null) {
                return 0;
            }
            try {
                return TimeUnit.SECONDS.toMillis(
                        found.headers().firstValueAsLong("Retry-After").orElse(0));
            } catch (NumberFormatException e) {
                // A date, as a proxy may write it.
                return 0;
            }
        }
    }
}
