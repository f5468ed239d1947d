package dev.annals.http;

import dev.annals.auth.Area;
import io.undertow.server.HttpHandler;
import java.util.Map;
import java.util.Set;
import java.util.function.BooleanSupplier;

/**
 * Takes the routes of a module. Handlers run on worker threads, where they may block, once {@link Area}'s rule lets a request in; what
 * they throw is answered with 500 and a reference to the log. Used by one thread.
 */
public final class ModuleRoutes {

    private final String module;
    private final BooleanSupplier started;
    private final Routes routes;
    private final Door door;

    /**
     * Takes routes.
     *
     * @param started whether the module answers
     */
    public ModuleRoutes(String module, BooleanSupplier started, Routes routes, Door door) {
        this.module = module;
        this.started = started;
        this.routes = routes;
        this.door = door;
    }

    /**
     * A GET, and the HEAD that goes with it.
     *
     * @param path such as {@code /reports/{month}}
     * @throws IllegalArgumentException when there is such a route already
     */
    public ModuleRoutes get(String path, Area area, HttpHandler handler) {
        requireFree("GET", path);
        routes.get(path, guarded(area, handler));
        return this;
    }

    /**
     * A POST.
     *
     * @throws IllegalArgumentException when there is such a route already
     */
    public ModuleRoutes post(String path, Area area, HttpHandler handler) {
        requireFree("POST", path);
        routes.post(path, guarded(area, handler));
        return this;
    }

    private HttpHandler guarded(Area area, HttpHandler handler) {
        HttpHandler whenStarted = exchange -> {
            if (started.getAsBoolean()) {
                handler.handleRequest(exchange);
            } else {
                Replies.retryLater(exchange, "The module " + module + " is not started");
            }
        };
        return door.guard(area, exchange -> Failures.onWorker(exchange, whenStarted));
    }

    private void requireFree(String method, String path) {
        Map<String, Set<String>> all = routes.all();
        if (all.getOrDefault(path, Set.of()).contains(method)) {
            throw new IllegalArgumentException(
                    "The module %s wants the route %s %s, which there is already: take another path"
                            .formatted(module, method, path));
        }
    }
}
