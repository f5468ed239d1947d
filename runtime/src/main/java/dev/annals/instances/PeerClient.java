package dev.annals.instances;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;

/** Sends requests to other instances, on connections that are kept. Safe for use by several threads. */
public final class PeerClient {

    /** Marks a request that has been forwarded once, and is not to be again. */
    public static final String FORWARDED = "Annals-Forwarded";

    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

    private static final Duration BODY_TIMEOUT = Duration.ofSeconds(1);

    /** Visible characters that a URI's path and query may not hold. */
    private static final String FORBIDDEN = "\"<>[]\\^`{|}";

    /** Of one connection alone (RFC 9110, section 7.6.1), or set by the client itself. */
    private static final Set<String> NOT_FORWARDED = Set.of(
            "connection",
            "content-length",
            "date",
            "expect",
            "host",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    private final HttpClient client;
    private final String scheme;

    /**
     * A client of other instances.
     *
     * @param tls what HTTPS needs, where instances speak that
     */
    public PeerClient(Optional<SSLContext> tls) {
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .proxy(HttpClient.Builder.NO_PROXY)
                .connectTimeout(CONNECT_TIMEOUT);
        tls.ifPresent(builder::sslContext);
        this.client = builder.build();
        this.scheme = tls.isPresent() ? "https://" : "http://";
    }

    /**
     * A request for another instance.
     *
     * @param target path and query, as they go over the wire
     */
    @SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
    public record Request(String method, String target, Map<String, List<String>> headers, byte[] body) {}

    /** What another instance answered. */
    @SuppressWarnings("ArrayRecordComponent") // Carried from one place to the next, never compared.
    public record Reply(int status, Map<String, List<String>> headers, byte[] body) {}

    /** Whether a header is for the other end, and not for the next connection only. */
    public static boolean isEndToEnd(String header) {
        return !NOT_FORWARDED.contains(header.toLowerCase(Locale.ROOT));
    }

    /**
     * Sends a request; no thread waits for the reply.
     *
     * @return the reply; or a {@link java.net.ConnectException} or {@link java.net.http.HttpConnectTimeoutException} where the
     *     request was not sent, or another exception where it may have been; to cancel it gives the request up
     */
    public CompletableFuture<Reply> send(Address to, Request request, Duration timeout) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(scheme + to + encoded(request.target())))
                .method(request.method(), body(request))
                .timeout(timeout);
        request.headers().forEach((name, values) -> {
            if (isEndToEnd(name)) {
                values.forEach(value -> builder.header(name, value));
            }
        });
        builder.setHeader(FORWARDED, "1");
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(builder.build(), BodyHandlers.ofByteArray());
        // The client's own time limit ends where the body begins.
        CompletableFuture<Reply> reply = sent.thenApply(PeerClient::reply)
                .orTimeout(timeout.plus(BODY_TIMEOUT).toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<?> unused = reply.whenComplete((value, failure) -> {
            if (failure != null) {
                sent.cancel(true);
            }
        });
        return reply;
    }

    /** Percent-encodes what servers take in a target, and a URI may not hold. */
    private static String encoded(String target) {
        StringBuilder encoded = new StringBuilder(target.length());
        for (byte octet : target.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (octet & 0xFF);
            if (character > ' ' && character < 0x7F && FORBIDDEN.indexOf(character) < 0) {
                encoded.append(character);
            } else {
                encoded.append('%').append(HexFormat.of().withUpperCase().toHexDigits(octet));
            }
        }
        return encoded.toString();
    }

    private static BodyPublisher body(Request request) {
        return request.body().length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(request.body());
    }

    private static Reply reply(HttpResponse<byte[]> response) {
        return new Reply(response.statusCode(), response.headers().map(), response.body());
    }
}
