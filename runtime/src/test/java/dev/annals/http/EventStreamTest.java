package dev.annals.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.feed.FeedEvent;
import dev.annals.tls.KeyFile;
import dev.annals.tls.KeyStores;
import dev.annals.tls.TlsContexts;
import io.undertow.server.HttpServerExchange;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Streams of events over plain sockets and TLS. */
@Timeout(60)
class EventStreamTest {

    private static final String GET = "GET /events HTTP/1.1\r\nHost: x\r\n\r\n";
    private static final FeedEvent EVENT = new FeedEvent("Happened", "{\"a\":\"\u00e9\"}".getBytes(UTF_8));

    private final CountDownLatch gone = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Semaphore more = new Semaphore(1);

    @TempDir
    Path directory;

    @Test
    void eventsAndHeartbeatsAreWrittenAsTheyComeAndEndInOrder() throws Exception {
        try (HttpServer server = start(Optional.empty(), 2);
                Socket socket = new Socket(
                        InetAddress.getLoopbackAddress(), server.address().getPort())) {
            assertStream(socket);
        }
    }

    @Test
    void theSameOverTls() throws Exception {
        SSLContext context = tls();
        try (HttpServer server = start(Optional.of(context), 2);
                Socket socket = connect(context, server)) {
            assertStream(socket);
        }
    }

    @Test
    void aReaderThatClosesIsNoticedWithoutAWrite() throws Exception {
        try (HttpServer server = start(Optional.empty(), 100)) {
            Socket socket = new Socket(
                    InetAddress.getLoopbackAddress(), server.address().getPort());
            assertNoticed(socket);
        }
    }

    @Test
    void theSameOverTlsWhenItCloses() throws Exception {
        SSLContext context = tls();
        try (HttpServer server = start(Optional.of(context), 100)) {
            assertNoticed(connect(context, server));
        }
    }

    private void assertStream(Socket socket) throws Exception {
        socket.getOutputStream().write(GET.getBytes(UTF_8));
        BufferedReader lines = new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8));
        awaitLine(lines, "id: id-1");
        awaitLine(lines, "event: Happened");
        awaitLine(lines, "data: {\"a\":\"\u00e9\"}");
        // What a reader sends meanwhile is no harm.
        socket.getOutputStream().write("GET / HTTP/1.1\r\n\r\n".getBytes(UTF_8));
        more.release();
        awaitLine(lines, ": heartbeat");
        awaitLine(lines, "id: id-2");
        awaitLine(lines, "0");
        awaitLine(lines, "");
        assertThat(lines.readLine()).isNull();
        ended.await();
    }

    private void assertNoticed(Socket socket) throws Exception {
        socket.getOutputStream().write(GET.getBytes(UTF_8));
        awaitLine(new BufferedReader(new InputStreamReader(socket.getInputStream(), UTF_8)), "id: id-1");
        socket.close();
        gone.await();
        more.release(100);
        ended.await();
    }

    private static void awaitLine(BufferedReader lines, String expected) throws IOException {
        String line = lines.readLine();
        while (line != null && !line.equals(expected)) {
            line = lines.readLine();
        }
        assertThat(line).isEqualTo(expected);
    }

    /** A stream with an event for each permit, then a heartbeat. */
    private HttpServer start(Optional<SSLContext> tls, int count) {
        Routes routes = new Routes()
                .get(
                        "/events",
                        exchange -> Failures.onWorker(
                                exchange, worker -> new Thread(() -> serve(worker, count), "stream").start()));
        return HttpServer.start("127.0.0.1", 0, Limits.DEFAULT, Duration.ofSeconds(10), tls, routes);
    }

    private void serve(HttpServerExchange exchange, int count) {
        try {
            EventStream out = EventStream.start(exchange, Duration.ofSeconds(10), gone::countDown);
            for (int events = 1; events < count; events++) {
                more.acquire();
                out.event(EVENT, "id-" + events);
                out.flush();
            }
            more.acquire();
            out.alive("id-" + count);
            out.flush();
            out.end();
        } catch (IOException e) {
            EventStream.cutOff(exchange);
            exchange.endExchange();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            ended.countDown();
        }
    }

    private static Socket connect(SSLContext context, HttpServer server) throws IOException {
        return context.getSocketFactory()
                .createSocket(InetAddress.getLoopbackAddress(), server.address().getPort());
    }

    private SSLContext tls() throws Exception {
        KeyFile keys = new KeyFile(KeyStores.selfSigned(directory, "changeit"), "changeit");
        return TlsContexts.of(Optional.of(keys), Optional.of(keys), "http.tls");
    }
}
