package dev.annals.http;

import dev.annals.auth.Access;
import dev.annals.auth.Area;
import dev.annals.auth.AuthenticationUnavailableException;
import dev.annals.auth.NotAuthenticatedException;
import dev.annals.auth.Principal;
import dev.annals.auth.Rule;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import org.jspecify.annotations.Nullable;

/** Lets requests in: those who may, and commands only as long as there are not too many. Safe for use by several threads. */
public final class Door {

    private static final AttachmentKey<Principal> PRINCIPAL = AttachmentKey.create(Principal.class);

    private final Access access;
    private final Admission admission;

    public Door(Access access, Limits limits) {
        this.access = access;
        this.admission = new Admission(limits);
    }

    /** A handler of commands; who may not send any takes none of their places. */
    HttpHandler commands(HttpHandler handler) {
        return guard(Area.COMMANDS, admission.guard(handler));
    }

    /** The body of a command that was let in is here. */
    void received(HttpServerExchange exchange, byte[] body) {
        admission.settle(exchange, body.length);
    }

    /** A handler of what belongs to an area. */
    HttpHandler guard(Area area, HttpHandler handler) {
        Rule rule = access.rule(area);
        if (rule instanceof Rule.Open) {
            return handler;
        }
        // On a worker, because keys may have to be fetched.
        HttpHandler checked = exchange -> Failures.run(exchange, same -> {
            if (isAllowed(same, rule)) {
                handler.handleRequest(same);
            }
        });
        return exchange -> {
            if (exchange.isInIoThread()) {
                exchange.dispatch(checked);
            } else {
                checked.handleRequest(exchange);
            }
        };
    }

    /** Who asks, where that had to be proven. */
    static @Nullable String subject(HttpServerExchange exchange) {
        Principal principal = exchange.getAttachment(PRINCIPAL);
        return principal == null ? null : principal.subject();
    }

    private boolean isAllowed(HttpServerExchange exchange, Rule rule) {
        Principal principal;
        try {
            principal = access.authenticator()
                    .authenticate(exchange.getRequestHeaders().getFirst(Headers.AUTHORIZATION));
        } catch (NotAuthenticatedException e) {
            challenge(exchange, "error=\"invalid_token\"");
            SlowBody.refuse(exchange, Problems.notAuthenticated(String.valueOf(e.getMessage())));
            return false;
        } catch (AuthenticationUnavailableException e) {
            Replies.retryLater(exchange, "It cannot be said who you are: " + e.getMessage());
            return false;
        }
        if (rule instanceof Rule.Scope scope && !principal.scopes().contains(scope.name())) {
            challenge(exchange, "error=\"insufficient_scope\", scope=\"" + scope.name() + "\"");
            SlowBody.refuse(exchange, Problems.notAllowed(scope.name()));
            return false;
        }
        exchange.putAttachment(PRINCIPAL, principal);
        return true;
    }

    /** As <a href="https://www.rfc-editor.org/rfc/rfc6750#section-3">RFC 6750</a> has it. */
    private static void challenge(HttpServerExchange exchange, String error) {
        boolean shown = exchange.getRequestHeaders().contains(Headers.AUTHORIZATION);
        exchange.getResponseHeaders().put(Headers.WWW_AUTHENTICATE, shown ? "Bearer " + error : "Bearer");
    }
}
