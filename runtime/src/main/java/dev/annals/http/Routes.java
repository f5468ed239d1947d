package dev.annals.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.RoutingHandler;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import io.undertow.util.Methods;
import io.undertow.util.PathTemplate;
import io.undertow.util.PathTemplateMatcher;
import java.util.Collections;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The routes of a service, each a method and a path template such as {@code /accounts/one/{key}}. */
public final class Routes {

    private final RoutingHandler handler = new RoutingHandler();
    private final PathTemplateMatcher<Set<String>> methods = new PathTemplateMatcher<>();

    public Routes() {
        handler.setFallbackHandler(
                exchange -> Problems.noSuchRoute(exchange.getRequestPath()).send(exchange));
        handler.setInvalidMethodHandler(this::refuseMethod);
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
        handler.add(method, path, target);
        Set<String> known = methods.get(path);
        Set<String> allowed = known == null ? new TreeSet<>() : known;
        allowed.add(method.toString());
        if (known == null) {
            methods.add(path, allowed);
        }
        return this;
    }

    private void refuseMethod(HttpServerExchange exchange) {
        Set<String> allowed = methods.match(exchange.getRelativePath()).getValue();
        exchange.getResponseHeaders().put(Headers.ALLOW, String.join(", ", allowed));
        Problems.methodNotAllowed(exchange.getRequestMethod().toString(), allowed)
                .send(exchange);
    }
}
