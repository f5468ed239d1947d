package dev.annals.client;

import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is, and how it is called. A call that gets no answer, or one that says to come again (429, 502, 503, 504), is repeated
 * for as long as the patience lasts, with growing pauses, or those that the answer asks for. That is safe for commands too, because each
 * has an id ({@code Idempotency-Key}), and is decided once while the service keeps its outcome; for a service that keeps none ({@code
 * commands.deduplication.window.ms=0}), the patience has to be zero.
 *
 * <p>Immutable, and safe for use by several threads.
 */
public final class ServiceClient {

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);

    /** More than a service waits for an outcome by default, so that its own answer comes first. */
    private static final Duration TIMEOUT = Duration.ofSeconds(15);

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration LONGEST = Duration.ofDays(1);
    private static final long FIRST_PAUSE_MS = 50;
    private static final long LONGEST_PAUSE_MS = 2_000;
    private static final Set<Integer> COME_AGAIN = Set.of(429, 502, 503, 504);

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
        return new ServiceClient(base, http, limited(limit), patience, token);
    }

    /** The same, with another limit for a call with all of its repetitions; by default a minute, and zero for none. */
    public ServiceClient withPatience(Duration limit) {
        return new ServiceClient(base, http, timeout, limited(limit), token);
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
        return HttpRequest.newBuilder(URI.create(base + path));
    }

    /**
     * Sends a request that changes nothing, and again, until there is an answer that stands.
     *
     * @return that, or the last one
     * @throws NoAnswerException when there is none at all, or the thread is interrupted
     */
    HttpResponse<byte[]> read(HttpRequest.Builder request) {
        return send(request, attempt -> !attempt.asksToComeAgain(), Optional.empty());
    }

    /**
     * Sends a command, and again, until there is an answer that stands.
     *
     * @param id of the command
     * @throws NoAnswerException when it is not known in the end whether the command was carried out, or the thread is interrupted
     */
    HttpResponse<byte[]> command(HttpRequest.Builder request, String id) {
        request.setHeader("Idempotency-Key", id);
        // A service that keeps no outcomes names no place to ask for one, and would decide the command again.
        return send(
                request,
                attempt -> !attempt.asksToComeAgain() || (attempt.mayBeCarriedOut() && !attempt.isKept()),
                Optional.of(id));
    }

    private HttpResponse<byte[]> send(
            HttpRequest.Builder request, Predicate<Attempt> stands, Optional<String> commandId) {
        long deadline = System.nanoTime() + patience.toNanos();
        boolean carriedOut = false;
        for (int attempt = 1; ; attempt++) {
            Attempt made = attempt(request, attempt == 1 ? timeout.toNanos() : deadline - System.nanoTime(), commandId);
            carriedOut |= made.mayBeCarriedOut();
            long pause = TimeUnit.MILLISECONDS.toNanos(made.pauseMillis(attempt));
            boolean last = stands.test(made) || System.nanoTime() + pause - deadline > 0;
            if (last) {
                return answer(made, carriedOut && !made.isOutcome(), attempt, commandId);
            }
            sleep(pause, commandId);
        }
    }

    /** To a command that may have been carried out before, what is said at the door, or by a proxy, is no answer. */
    private HttpResponse<byte[]> answer(Attempt made, boolean unknown, int attempts, Optional<String> commandId) {
        if (made.found() == null || (unknown && commandId.isPresent())) {
            throw new NoAnswerException(
                    "%s has not said what has become of it, %d times asked: %s"
                            .formatted(base, attempts, made.failure()),
                    commandId,
                    made.failure());
        }
        return made.found();
    }

    private Attempt attempt(HttpRequest.Builder request, long nanos, Optional<String> commandId) {
        token.ifPresent(supplier -> request.setHeader("Authorization", "Bearer " + supplier.get()));
        CompletableFuture<HttpResponse<byte[]>> call = http.sendAsync(request.build(), BodyHandlers.ofByteArray());
        try {
            return new Attempt(call.get(Math.max(1, Math.min(nanos, timeout.toNanos())), TimeUnit.NANOSECONDS), null);
        } catch (ExecutionException e) {
            return new Attempt(null, e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            call.cancel(true);
            return new Attempt(null, new HttpTimeoutException("No answer within the limit of one attempt"));
        } catch (InterruptedException e) {
            call.cancel(true);
            throw interrupted(e, commandId);
        }
    }

    private void sleep(long nanos, Optional<String> commandId) {
        try {
            TimeUnit.NANOSECONDS.sleep(nanos);
        } catch (InterruptedException e) {
            throw interrupted(e, commandId);
        }
    }

    private NoAnswerException interrupted(InterruptedException e, Optional<String> commandId) {
        Thread.currentThread().interrupt();
        return new NoAnswerException("The call of " + base + " was interrupted", commandId, e);
    }

    private static Duration limited(Duration limit) {
        return limit.compareTo(LONGEST) > 0 ? LONGEST : limit;
    }

    /** What one attempt came to: a response, or none. */
    private record Attempt(
            @Nullable HttpResponse<byte[]> found, @Nullable Throwable thrown) {

        boolean asksToComeAgain() {
            return found == null || COME_AGAIN.contains(found.statusCode());
        }

        /** Whether it says what has become of the command, at this attempt or before. */
        boolean isOutcome() {
            return found != null
                    && !asksToComeAgain()
                    && found.headers().firstValue("Annals-Message-Id").isPresent()
                    && (found.statusCode() < 500
                            || ProblemException.of(found).type().equals("command-failed"));
        }

        /** Whether a command may have been carried out, or may yet be. */
        boolean mayBeCarriedOut() {
            return found == null
                    ? !(thrown instanceof ConnectException || thrown instanceof HttpConnectTimeoutException)
                    : found.statusCode() == 502 || found.statusCode() == 504;
        }

        /** Whether the service says where to ask for the outcome; without an answer, it is taken to keep it. */
        boolean isKept() {
            return found == null
                    || found.statusCode() != 504
                    || found.headers().firstValue("Location").isPresent();
        }

        /** Why it is no answer. */
        Throwable failure() {
            if (thrown != null) {
                return thrown;
            }
            return ProblemException.of(Objects.requireNonNull(found));
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
