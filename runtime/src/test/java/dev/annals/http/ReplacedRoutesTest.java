package dev.annals.http;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.instances.PeerClient;
import io.undertow.server.HttpHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A route that takes the place of another, on instances that may not agree on when. */
@Timeout(60)
class ReplacedRoutesTest {

    private static final String CHOSEN = "Annals-Chosen";

    private volatile boolean caughtUp;

    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server =
            HttpServer.start("127.0.0.1", 0, Limits.DEFAULT, Duration.ofMinutes(1), Optional.empty(), routes());

    private Routes routes() {
        Routes routes = new Routes().get("/sums/all", named("first"));
        routes.replacedOnce("sums.v2", () -> caughtUp).get("/sums/all", named("second"));
        return routes;
    }

    /** Answers with its name, and with what a request that it forwards would say. */
    private static HttpHandler named(String name) {
        return exchange -> {
            String chosen = exchange.getRequestHeaders().getFirst(CHOSEN);
            Replies.sendJson(exchange, 200, out -> out.writeString(name + " " + chosen));
        };
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whoIsAskedFirstChooses() throws Exception {
        assertThat(get()).isEqualTo("\"first null\"");
        caughtUp = true;
        assertThat(get()).isEqualTo("\"second sums.v2\"");
    }

    @Test
    void aForwardedRequestIsAnsweredAsWasChosen() throws Exception {
        assertThat(get(PeerClient.FORWARDED, "true", CHOSEN, "sums.v2")).isEqualTo("\"second sums.v2\"");
        caughtUp = true;
        assertThat(get(PeerClient.FORWARDED, "true")).isEqualTo("\"first null\"");
    }

    @Test
    void aCallerDoesNotChoose() throws Exception {
        assertThat(get(CHOSEN, "sums.v2")).isEqualTo("\"first null\"");
    }

    private String get(String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + "/sums/all"));
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return client.send(request.build(), BodyHandlers.ofString()).body();
    }
}
