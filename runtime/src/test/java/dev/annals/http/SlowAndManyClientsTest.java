package dev.annals.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Clients that take their time, ask for too much, or are too many. */
@Timeout(120)
class SlowAndManyClientsTest {

    private static final Limits LIMITS = new Limits(
            1_000, 4_096, 2_000, Duration.ofSeconds(1), Duration.ofSeconds(1), Duration.ofSeconds(1), 1, 800);
    private static final String WAITING = "POST /commands HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
            + "Connection: close\r\nContent-Length: 2\r\n\r\n{}";

    private final Semaphore arrived = new Semaphore(0);
    private final Semaphore released = new Semaphore(0);
    private final Admission admission = new Admission(LIMITS);
    private final HttpServer server =
            HttpServer.start("127.0.0.1", 0, LIMITS, Duration.ofMinutes(1), Optional.empty(), routes());

    private Routes routes() {
        return new Routes()
                .get("/one/{key}", exchange -> Replies.sendJson(exchange, 200, out -> out.writeString("one")))
                .post(
                        "/commands",
                        admission.guard(exchange -> JsonBody.receive(
                                exchange,
                                body -> Failures.onWorker(exchange, worker -> {
                                    arrived.release();
                                    released.acquire();
                                    Replies.sendJson(worker, 200, out -> out.writeString("done"));
                                }))))
                .post(
                        "/bodies",
                        exchange -> JsonBody.receive(
                                exchange, body -> Replies.sendJson(exchange, 200, out -> out.writeString("done"))));
    }

    @AfterEach
    void stop() {
        released.release(10);
        server.close();
    }

    @Test
    void urlsAndHeadsThatAreTooLongAreRefused() throws Exception {
        try (Socket socket = connect()) {
            send(socket, "GET /one/" + "x".repeat(2_001) + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n");
            assertThat(rest(socket)).startsWith("HTTP/1.1 414 ").contains("long-url", "at most 2000 bytes");
        }
        try (Socket socket = connect()) {
            send(socket, ("GET /one/a HTTP/1.1\r\nHost: x\r\nA: " + "x".repeat(5_000) + "\r\n\r\n"));
            assertThat(rest(socket)).doesNotContain(" 200 ");
        }
    }

    @Test
    void bodyThatDripsIsNotWaitedForForEver() throws Exception {
        try (Socket socket = connect()) {
            OutputStream out = socket.getOutputStream();
            send(
                    socket,
                    "POST /bodies HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n");
            Thread dripping = new Thread(
                    () -> {
                        try {
                            for (int i = 0; i < 999; i++) {
                                out.write(' ');
                                out.flush();
                                LockSupport.parkNanos(100_000_000);
                            }
                        } catch (IOException e) {
                            // Cut off, as it should be.
                        }
                    },
                    "dripping");
            dripping.start();
            assertThat(rest(socket)).startsWith("HTTP/1.1 408 ").contains("slow-body");
            dripping.join();
        }
    }

    @Test
    void headThatDoesNotComeAndConnectionThatIsIdleAreClosed() throws Exception {
        try (Socket slow = connect();
                Socket idle = connect()) {
            send(slow, "GET /o");
            send(idle, "GET /one/a HTTP/1.1\r\nHost: x\r\n\r\n");
            assertThat(rest(idle)).startsWith("HTTP/1.1 200 ");
            assertThat(rest(slow)).doesNotContain(" 200 ");
        }
    }

    @Test
    void commandsBeyondTheCapAreRefusedAndLetInAgainAfterwards() throws Exception {
        try (Socket first = connect();
                Socket second = connect()) {
            send(first, WAITING);
            arrived.acquire();
            send(second, WAITING);
            assertThat(rest(second))
                    .startsWith("HTTP/1.1 503 ")
                    .contains("overloaded", "Retry-After: 1", "was not sent");

            released.release();
            assertThat(rest(first)).startsWith("HTTP/1.1 200 ");
        }
        try (Socket large = connect()) {
            // More than the bytes that may be under way.
            send(large, WAITING.replace("Content-Length: 2", "Content-Length: 900"));
            assertThat(rest(large)).startsWith("HTTP/1.1 503 ");
        }
        released.release();
        try (Socket third = connect()) {
            send(third, WAITING);
            assertThat(rest(third)).startsWith("HTTP/1.1 200 ");
        }
    }

    private Socket connect() throws IOException {
        return new Socket(InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** All that comes until the server closes the connection. */
    private static String rest(Socket socket) throws IOException {
        try {
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        } catch (SocketException e) {
            return "";
        }
    }
}
