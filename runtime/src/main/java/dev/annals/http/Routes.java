package dev.annals.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.util.HeaderMap;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.PathTemplate;
import io.undertow.util.PathTemplateMatcher;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/** The routes of a service, each a method and a path template such as {@code /accounts/one/{key}}. */
public final class Routes {

    /** Names, in a request that is forwarded, what is to answer it of several that have the same path. */
    static final HttpString CHOSEN = new HttpString("Annals-Chosen");

    private final RoutingHandler handler;
    private final PathTemplateMatcher<Set<String>> methods;
    private final Map<String, HttpHandler> targets;
    private final @Nullable Replacement replacement;

    /**
     * What takes the place of routes that are there.
     *
     * @param name which instances know it by
     */
    private record Replacement(String name, BooleanSupplier condition) {

        /** Chosen by the instance that was asked first, so that all that answer a request answer with the same. */
        boolean isChosen(HttpServerExchange exchange) {
            HeaderMap headers = exchange.getRequestHeaders();
            if (Forward.isForwarded(exchange)) {
                return name.equals(headers.getFirst(CHOSEN));
            }
            boolean chosen = condition.getAsBoolean();
            if (chosen) {
                headers.put(CHOSEN, name);
            } else {
                headers.remove(CHOSEN);
            }
            return chosen;
        }
    }

    private Routes(
            RoutingHandler handler,
            PathTemplateMatcher<Set<String>> methods,
            Map<String, HttpHandler> targets,
            @Nullable Replacement replacement) {
        this.handler = handler;
        this.methods = methods;
        this.targets = targets;
        this.replacement = replacement;
    }

    public Routes() {
        this(new RoutingHandler(), new PathTemplateMatcher<>(), new HashMap<>(), null);
        handler.setFallbackHandler(
                exchange -> Problems.noSuchRoute(exchange.getRequestPath()).send(exchange));
        handler.setInvalidMethodHandler(this::refuseMethod);
    }

    /**
     * The same routes; what is added to these takes the place of what is there already, once a condition holds. A request that
     * another instance forwards is answered as that one has chosen.
     *
     * @param name of what is added, the same on all instances
     */
    public Routes replacedOnce(String name, BooleanSupplier condition) {
        return new Routes(handler, methods, targets, new Replacement(name, condition));
    }

    public Routes post(String path, HttpHandler target) {
        return add(Methods.POST, path, target);
    }

    /** A GET, and the HEAD that goes with it. */
    public Routes get(String path, HttpHandler target) {
        return add(Methods.GET, path, target).add(Methods.HEAD, path, target);
    }

    /** The methods that each path template takes. */
    public SortedMap<String, Set<String>> all() {
        SortedMap<String, Set<String>> all = new TreeMap<>();
        for (PathTemplate template : methods.getPathTemplates()) {
            String path = template.getTemplateString();
            all.put(path, Collections.unmodifiableSet(new TreeSet<>(methods.get(path))));
        }
        return all;
    }

    HttpHandler handler() {
        return handler;
    }

    private Routes add(HttpString method, String path, HttpHandler target) {
        HttpHandler before = targets.get(method + path);
        HttpHandler added = before == null || replacement == null ? target : either(replacement, target, before);
        targets.put(method + path, added);
        handler.add(method, path, added);
        Set<String> known = methods.get(path);
        Set<String> allowed = known == null ? new TreeSet<>() : known;
        allowed.add(method.toString());
        if (known == null) {
            methods.add(path, allowed);
        }
        return this;
    }

    private static HttpHandler either(Replacement replacement, HttpHandler one, HttpHandler other) {
        return exchange -> (replacement.isChosen(exchange) ? one : other).handleRequest(exchange);
    }

    private void refuseMethod(HttpServerExchange exchange) {
        Set<String> allowed = methods.match(exchange.getRelativePath()).getValue();
        exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", allowed));
        Problems.methodNotAllowed(exchange.getRequestMethod().toString(), allowed)
                .send(exchange);
    }
}
