package dev.annals.instances;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PeerClientTest {

    private final PeerClient client = new PeerClient(Optional.empty());
    private HttpServer server;
    private Address address;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        address = new Address("127.0.0.1", server.getAddress().getPort());
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    private static PeerClient.Request get(String target) {
        return new PeerClient.Request("GET", target, Map.of("Accept", List.of("text/plain")), new byte[0]);
    }

    @Test
    void takesATargetThatIsNoUriByTheLetter() {
        server.createContext("/", exchange -> {
            byte[] path = exchange.getRequestURI().getPath().getBytes(UTF_8);
            exchange.sendResponseHeaders(200, path.length);
            exchange.getResponseBody().write(path);
            exchange.close();
        });

        PeerClient.Reply reply = client.send(address, get("/one/a[1]|%20b"), Duration.ofMinutes(1))
                .join();

        assertThat(new String(reply.body(), UTF_8)).isEqualTo("/one/a[1]| b");
    }

    /** An instance may be frozen in the middle of its answer. */
    @Test
    void givesUpABodyThatDoesNotEnd() {
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 1_000);
            exchange.getResponseBody().write(1);
            exchange.getResponseBody().flush();
        });

        var reply = client.send(address, get("/all"), Duration.ofMillis(100));

        assertThat(reply).failsWithin(Duration.ofMinutes(1));
    }
}
