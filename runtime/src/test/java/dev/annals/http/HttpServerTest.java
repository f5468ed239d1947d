package dev.annals.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.annals.aggregate.NotReadyException;
import dev.annals.json.Json;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The server and its routes over real connections. */
@Timeout(60)
class HttpServerTest {

    private static final int MAX_BODY = 1_000;
    private static final Limits LIMITS = new Limits(
            MAX_BODY,
            Limits.DEFAULT.headerBytes(),
            Limits.DEFAULT.urlBytes(),
            Limits.DEFAULT.headTimeout(),
            Limits.DEFAULT.bodyTimeout(),
            Limits.DEFAULT.idleTimeout(),
            1,
            1);

    private final CountDownLatch arrived = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);
    private final HttpClient client = HttpClient.newHttpClient();
    private final HttpServer server =
            HttpServer.start("127.0.0.1", 0, LIMITS, Duration.ofMinutes(1), Optional.empty(), routes());

    private Routes routes() {
        return new Routes()
                .get("/things/one/{key}", exchange -> Replies.sendJson(exchange, 200, out -> out.writeString("one")))
                .post(
                        "/things/commands",
                        exchange -> JsonBody.receive(
                                exchange,
                                body -> Failures.onWorker(exchange, worker -> {
                                    String type = Json.parse(body).messageType("Known");
                                    Replies.sendJson(worker, 200, out -> out.writeString(type));
                                })))
                .post(
                        "/unknown",
                        exchange -> JsonBody.receive(
                                exchange,
                                body -> Failures.onWorker(exchange, worker -> {
                                    throw Json.parse(body).unknownType("Known");
                                })))
                .get("/throws", exchange -> {
                    throw new IllegalStateException("a secret of the inside");
                })
                .get(
                        "/throws/on/worker",
                        exchange -> Failures.onWorker(exchange, worker -> {
                            throw new AssertionError("a secret of the inside");
                        }))
                .get("/not/ready", exchange -> {
                    throw new NotReadyException("Partition 3 is not ready here");
                })
                .get(
                        "/slow",
                        exchange -> Failures.onWorker(exchange, worker -> {
                            arrived.countDown();
                            released.await();
                            Replies.sendJson(worker, 200, out -> out.writeString("slow"));
                        }));
    }

    @AfterEach
    void close() {
        released.countDown();
        server.close();
    }

    @Test
    void routeAnswers() throws Exception {
        HttpResponse<String> reply = send("GET", "/things/one/a", "");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEqualTo("\"one\"");
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/json");
    }

    @Test
    void headIsAGetWithoutTheBody() throws Exception {
        HttpResponse<String> reply = send("HEAD", "/things/one/a", "");

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(reply.body()).isEmpty();
        assertThat(reply.headers().firstValue("Content-Length")).contains("5");
    }

    @Test
    void unknownPathIsAProblem() throws Exception {
        assertProblem(send("GET", "/nothing/here", ""), 404, "no-such-route", "There is nothing at /nothing/here");
    }

    @Test
    void otherMethodIsToldThoseThatThereAre() throws Exception {
        HttpResponse<String> get = send("DELETE", "/things/one/a", "");
        HttpResponse<String> post = send("GET", "/things/commands", "");

        assertProblem(get, 405, "method-not-allowed", "DELETE is not allowed here; allowed: GET, HEAD");
        assertThat(get.headers().firstValue("Allow")).contains("GET, HEAD");
        assertProblem(post, 405, "method-not-allowed", "GET is not allowed here; allowed: POST");
        assertThat(post.headers().firstValue("Allow")).contains("POST");
    }

    @Test
    void bodyIsReadHoweverItIsSent() throws Exception {
        String body = "{\"_type\":\"Known\"}";

        assertThat(send("POST", "/things/commands", body).body()).isEqualTo("\"Known\"");
        assertThat(sendChunked("/things/commands", body).body()).isEqualTo("\"Known\"");
    }

    @Test
    void tooLargeBodyIsAProblemWithAndWithoutADeclaredLength() throws Exception {
        String body = "{\"_type\":\"" + "x".repeat(MAX_BODY) + "\"}";

        assertProblem(send("POST", "/things/commands", body), 413, "too-large", "The body may have at most 1000 bytes");
        assertProblem(sendChunked("/things/commands", body), 413, "too-large", "The body may have at most 1000 bytes");
    }

    @Test
    void declaredLengthAloneTakesNoMemory() throws Exception {
        for (String length : new String[] {"2147483647", "999999999999"}) {
            try (Socket socket = connect()) {
                String reply = sendOn(
                        socket,
                        "POST /things/commands",
                        "Content-Type: application/json\r\nContent-Length: " + length + "\r\n");

                assertThat(reply).startsWith("HTTP/1.1 413 ").contains("urn:annals:problem:too-large");
            }
        }
    }

    @Test
    void bodyThatIsNotDeclaredAsJsonIsAProblem() throws Exception {
        HttpResponse<String> text = client.send(
                request("/things/commands")
                        .header("Content-Type", "text/plain")
                        .POST(BodyPublishers.ofString("{}"))
                        .build(),
                BodyHandlers.ofString());
        HttpResponse<String> none = client.send(
                request("/things/commands").POST(BodyPublishers.ofString("{}")).build(), BodyHandlers.ofString());

        assertProblem(
                text, 415, "unsupported-media-type", "The Content-Type must be application/json, and is text/plain");
        assertProblem(none, 415, "unsupported-media-type", "The Content-Type must be application/json, and is missing");
    }

    @Test
    void bodyThatIsNotJsonIsAProblem() throws Exception {
        assertProblem(send("POST", "/things/commands", ""), 400, "not-json", "The body is empty");
        HttpResponse<String> reply = send("POST", "/things/commands", "{}");
        assertProblem(reply, 400, "missing-type", "\"_type\" must name one of Known");
        assertThat(member(reply, "field")).isEqualTo("_type");
    }

    @Test
    void problemThatQuotesHalfOfASurrogatePairIsSent() throws Exception {
        HttpResponse<String> reply = send("POST", "/unknown", "{\"_type\":\"\\ud83d\"}");

        assertProblem(reply, 400, "unknown-type", "There is no \"?\"; \"_type\" must name one of Known");
    }

    @Test
    void handlerThatThrowsIsAProblemThatTellsNothingOfTheInside() throws Exception {
        for (String path : new String[] {"/throws", "/throws/on/worker"}) {
            HttpResponse<String> reply = send("GET", path, "");

            assertProblem(reply, 500, "internal-error", "The request failed; the log says why under this reference");
            assertThat(member(reply, "reference")).hasSize(36);
            assertThat(reply.body()).doesNotContain("secret", "Exception", "Error:", "\tat ");
        }
    }

    @Test
    void whatIsNotReadyIsToBeAskedForAgain() throws Exception {
        HttpResponse<String> reply = send("GET", "/not/ready", "");

        assertProblem(reply, 503, "not-ready", "Partition 3 is not ready here");
        assertThat(reply.headers().firstValue("Retry-After")).contains("1");
    }

    @Test
    void stopWaitsForARequestUnderWayAndRefusesOthers() throws Exception {
        CompletableFuture<HttpResponse<String>> slow =
                client.sendAsync(request("/slow").build(), BodyHandlers.ofString());
        arrived.await();
        // A connection of its own, taken before the stop.
        try (Socket another = connect()) {
            CompletableFuture<Void> stop = CompletableFuture.runAsync(server::close);
            String refusal = "";
            while (!refusal.contains(" 503 ")) {
                refusal = sendOn(another, "GET /things/one/a", "");
            }
            assertThat(refusal)
                    .contains(
                            "application/problem+json",
                            "The service is stopping",
                            "Connection: close",
                            "Retry-After: 1");
            assertThat(stop).isNotDone();
            assertThat(slow).isNotDone();

            released.countDown();

            assertThat(slow.get().statusCode()).isEqualTo(200);
            stop.get();
        }
    }

    @Test
    void escapesThatAreNoneAreAnsweredAll() throws Exception {
        try (Socket socket = connect()) {
            assertThat(sendOn(socket, "GET /things/one/%zz", "")).startsWith("HTTP/1.1 400 ");
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    /** One request on a connection of its own; returns head and body of its reply as they come. */
    private static String sendOn(Socket socket, String methodAndPath, String headers) throws IOException {
        socket.getOutputStream()
                .write((methodAndPath + " HTTP/1.1\r\nHost: localhost\r\n" + headers + "\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        byte[] buffer = new byte[10_000];
        int length = socket.getInputStream().read(buffer);
        return length < 0 ? "" : new String(buffer, 0, length, StandardCharsets.UTF_8);
    }

    private HttpResponse<String> send(String method, String path, String body) throws Exception {
        return send(method, path, BodyPublishers.ofString(body));
    }

    private HttpResponse<String> sendChunked(String path, String body) throws Exception {
        return send("POST", path, BodyPublishers.fromPublisher(BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> send(String method, String path, BodyPublisher body) throws Exception {
        return client.send(
                request(path)
                        .header("Content-Type", "application/json; charset=utf-8")
                        .method(method, body)
                        .build(),
                BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.address().getPort() + path));
    }

    private static void assertProblem(HttpResponse<String> reply, int status, String type, String detail) {
        assertThat(reply.statusCode()).isEqualTo(status);
        assertThat(reply.headers().firstValue("Content-Type")).contains("application/problem+json");
        assertThat(member(reply, "type")).isEqualTo("urn:annals:problem:" + type);
        assertThat(member(reply, "detail")).isEqualTo(detail);
        assertThat(member(reply, "title")).isNotBlank();
        assertThat(member(reply, "status")).isEqualTo(Integer.toString(status));
    }

    private static String member(HttpResponse<String> reply, String name) {
        try {
            return new ObjectMapper().readTree(reply.body()).path(name).asText();
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + reply.body(), e);
        }
    }
}
