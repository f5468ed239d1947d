package dev.annals.http;

import dev.annals.auth.Area;
import io.undertow.server.HttpHandler;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Takes the routes of a module. Handlers run on worker threads, where they may block, once {@link Area}'s rule lets a request in; what
 * they throw is answered with 500 and a reference to the log. Used by one thread.
 */
public final class ModuleRoutes {

    private final String module;
    private final List<Route> wanted = new ArrayList<>();

    /** The routes of a module. */
    public ModuleRoutes(String module) {
        this.module = module;
    }

    private record Route(String method, String path, Area area, HttpHandler handler) {}

    /**
     * A GET, and the HEAD that goes with it.
     *
     * @param path such as {@code /reports/{month}}
     */
    public ModuleRoutes get(String path, Area area, HttpHandler handler) {
        wanted.add(new Route("GET", path, area, handler));
        return this;
    }

    /** A POST. */
    public ModuleRoutes post(String path, Area area, HttpHandler handler) {
        wanted.add(new Route("POST", path, area, handler));
        return this;
    }

    /**
     * Places them among others.
     *
     * @param started whether the module answers
     * @throws IllegalArgumentException when there is such a route already
     */
    public void addTo(Routes routes, Door door, BooleanSupplier started) {
        for (Route route : wanted) {
            requireFree(routes, route);
            HttpHandler handler = door.guard(
                    route.area(), exchange -> Failures.onWorker(exchange, whenStarted(route.handler(), started)));
            if (route.method().equals("GET")) {
                routes.get(route.path(), handler);
            } else {
                routes.post(route.path(), handler);
            }
        }
    }

    private HttpHandler whenStarted(HttpHandler handler, BooleanSupplier started) {
        return exchange -> {
            if (started.getAsBoolean()) {
                handler.handleRequest(exchange);
            } else {
                Replies.retryLater(exchange, "The module " + module + " is not started");
            }
        };
    }

    /** Whatever parameters are called. */
    private void requireFree(Routes routes, Route route) {
        routes.all().forEach((path, methods) -> {
            boolean taken = shape(path).equals(shape(route.path()));
            if (taken && (methods.contains(route.method()) || !path.equals(route.path()))) {
                throw new IllegalArgumentException(
                        "The module %s wants the route %s %s, and there is %s %s already: take another path"
                                .formatted(module, route.method(), route.path(), String.join(" and ", methods), path));
            }
        });
    }

    private static String shape(String path) {
        return path.replaceAll("\\{[^}]*}", "{}");
    }
}
