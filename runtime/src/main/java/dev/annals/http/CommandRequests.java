package dev.annals.http;

import dev.annals.aggregate.CommandRequest;
import dev.annals.aggregate.Condition;
import dev.annals.aggregate.MessageHeaders;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads what the headers of a request say of the command in its body.
 *
 * <p>{@code Idempotency-Key} is that of the IETF's draft, {@code Prefer} that of <a
 * href="https://www.rfc-editor.org/rfc/rfc7240">RFC 7240</a>.
 */
final class CommandRequests {

    private static final HttpString IDEMPOTENCY_KEY = new HttpString("Idempotency-Key");
    private static final HttpString PREFER = new HttpString("Prefer");
    private static final String RESPOND_ASYNC = "respond-async";
    private static final HttpString TRACE_PARENT = new HttpString("traceparent");
    private static final Pattern TRACE =
            Pattern.compile("(?!ff)[0-9a-f]{2}-(?!0{32})[0-9a-f]{32}-(?!0{16})[0-9a-f]{16}-[0-9a-f]{2}(-.*)?");
    private static final Pattern KEY = Pattern.compile("[\\x21-\\x7E]{1,255}");

    private CommandRequests() {}

    /**
     * The request.
     *
     * @throws ProblemException when a header is not valid
     */
    static <C> CommandRequest<C> of(HttpServerExchange exchange, C command) {
        String own = UUID.randomUUID().toString();
        CommandRequest<C> request = new CommandRequest<>(
                command, own, own, condition(exchange), traceParent(exchange), Door.subject(exchange));
        return idempotencyKey(exchange).map(request::identified).orElse(request);
    }

    /**
     * The condition that a request sets.
     *
     * @throws ProblemException when it is malformed
     */
    static Condition condition(HttpServerExchange exchange) {
        HeaderMap headers = exchange.getRequestHeaders();
        try {
            return Condition.of(all(headers, Headers.IF_MATCH), all(headers, Headers.IF_NONE_MATCH));
        } catch (IllegalArgumentException e) {
            throw new ProblemException(Problems.invalidCondition(String.valueOf(e.getMessage())));
        }
    }

    /** Whether the caller asks not to wait for the outcome. */
    static boolean prefersNotToWait(HttpServerExchange exchange) {
        String preferences = all(exchange.getRequestHeaders(), PREFER);
        if (preferences == null) {
            return false;
        }
        for (String preference : preferences.split("[,;]", -1)) {
            if (preference.strip().equalsIgnoreCase(RESPOND_ASYNC)) {
                return true;
            }
        }
        return false;
    }

    /** The caller's trace; one that is malformed is ignored, as <a href="https://www.w3.org/TR/trace-context/">W3C</a> asks. */
    private static @Nullable String traceParent(HttpServerExchange exchange) {
        String text = exchange.getRequestHeaders().getFirst(TRACE_PARENT);
        return text != null && TRACE.matcher(text).matches() ? text : null;
    }

    private static Optional<String> idempotencyKey(HttpServerExchange exchange) {
        String text = exchange.getRequestHeaders().getFirst(IDEMPOTENCY_KEY);
        if (text == null) {
            return Optional.empty();
        }
        String key = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
                ? text.substring(1, text.length() - 1)
                : text;
        if (!KEY.matcher(key).matches() || key.startsWith(MessageHeaders.GENERATED_ID)) {
            throw new ProblemException(Problems.invalidIdempotencyKey());
        }
        return Optional.of(key);
    }

    /** Several headers of one name are one list. */
    private static @Nullable String all(HeaderMap headers, HttpString name) {
        return headers.contains(name) ? String.join(", ", headers.get(name)) : null;
    }
}
