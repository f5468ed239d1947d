package dev.annals.app;

import dev.annals.http.HttpServer;
import dev.annals.http.Routes;
import dev.annals.tls.KeyFile;
import dev.annals.tls.TlsContexts;
import dev.annals.tls.UnreadableKeyStoreException;
import java.net.BindException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Optional;
import javax.net.ssl.SSLContext;

/** Starts the HTTP server, and says what to do where its address cannot be had. */
final class HttpStart {

    private HttpStart() {}

    /**
     * What other instances are sent requests with.
     *
     * @throws StartException when a key store cannot be read
     */
    static Optional<SSLContext> peerTls(Settings.Http http) {
        return http.tls()
                .map(tls -> context(
                        Optional.of(tls.keyStore()),
                        Optional.of(tls.trustStore().orElse(tls.keyStore()))));
    }

    private static Optional<SSLContext> tls(Settings.Http http) {
        return http.tls().map(tls -> context(Optional.of(tls.keyStore()), Optional.empty()));
    }

    private static SSLContext context(Optional<KeyFile> keyStore, Optional<KeyFile> trustStore) {
        try {
            return TlsContexts.of(keyStore, trustStore, "http.tls");
        } catch (UnreadableKeyStoreException e) {
            throw new StartException(ExitCode.WRONG_SETTING, String.valueOf(e.getMessage()), e);
        }
    }

    static HttpServer start(Settings.Http http, Routes routes) {
        try {
            return HttpServer.start(http.host(), http.port(), http.limits(), http.replyTimeout(), tls(http), routes);
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
