package dev.annals.app;

import dev.annals.http.HttpServer;
import dev.annals.http.Routes;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;

/** Starts the HTTP server, and says what to do where its address cannot be had. */
final class HttpStart {

    private HttpStart() {}

    static HttpServer start(Settings.Http http, Routes routes) {
        try {
            return HttpServer.start(http.host(), http.port(), http.limits(), http.replyTimeout(), routes);
        } catch (RuntimeException e) {
            if (e.getCause() instanceof BindException) {
                throw new StartException(
                        ExitCode.CANNOT_START,
                        "HTTP cannot listen on %s:%d (%s). Stop what uses it, or set http.port (HTTP_PORT) or http.host"
                                .formatted(
                                        http.host(), http.port(), e.getCause().getMessage()),
                        e);
            }
            if (e instanceof UnresolvedAddressException) {
                throw new StartException(
                        ExitCode.CANNOT_START, "http.host (HTTP_HOST) is not an address here: " + http.host(), e);
            }
            throw e;
        }
    }
}
