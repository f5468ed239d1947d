package dev.annals.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.instances.Address;
import dev.annals.instances.PeerClient;
import dev.annals.tls.KeyFile;
import dev.annals.tls.KeyStores;
import dev.annals.tls.TlsContexts;
import dev.annals.tls.UnreadableKeyStoreException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HttpsTest {

    private static final String PASSWORD = "changeit";
    private static final PeerClient.Request REQUEST = new PeerClient.Request("GET", "/one", Map.of(), new byte[0]);

    @TempDir
    Path directory;

    @Test
    void instancesTrustTheirOwnCertificateAndNoOther() throws Exception {
        KeyFile keys = new KeyFile(KeyStores.selfSigned(directory, PASSWORD), PASSWORD);
        SSLContext server = TlsContexts.of(Optional.of(keys), Optional.empty(), "http.tls");
        SSLContext peer = TlsContexts.of(Optional.of(keys), Optional.of(keys), "http.tls");
        Routes routes =
                new Routes().get("/one", exchange -> Replies.sendJson(exchange, 200, out -> out.writeNumber(1)));
        try (HttpServer https =
                HttpServer.start("127.0.0.1", 0, Limits.DEFAULT, Duration.ofSeconds(10), Optional.of(server), routes)) {
            Address address = new Address("127.0.0.1", https.address().getPort());

            PeerClient.Reply reply = new PeerClient(Optional.of(peer))
                    .send(address, REQUEST, Duration.ofSeconds(30))
                    .join();

            assertThat(reply.status()).isEqualTo(200);
            assertThat(reply.body()).isEqualTo(new byte[] {'1'});
            assertThatExceptionOfType(CompletionException.class)
                    .isThrownBy(() -> new PeerClient(Optional.of(SSLContext.getDefault()))
                            .send(address, REQUEST, Duration.ofSeconds(30))
                            .join())
                    .withCauseInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void keyStoreThatCannotBeReadIsNamedWithItsSettings() throws Exception {
        KeyFile wrong = new KeyFile(KeyStores.selfSigned(directory, PASSWORD), "wrong password");

        assertThatExceptionOfType(UnreadableKeyStoreException.class)
                .isThrownBy(() -> TlsContexts.of(Optional.of(wrong), Optional.empty(), "http.tls"))
                .withMessageContainingAll("keys.p12", "http.tls.keystore.path", "http.tls.keystore.password")
                .withMessageNotContaining("wrong password");
    }
}
