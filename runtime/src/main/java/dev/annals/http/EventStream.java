package dev.annals.http;

import dev.annals.feed.FeedEvent;
import dev.annals.feed.FeedOutput;
import io.undertow.server.AbstractServerConnection;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.Headers;
import io.undertow.util.HttpString;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.Options;
import org.xnio.channels.StreamSinkChannel;
import org.xnio.conduits.ConduitStreamSourceChannel;

/**
 * A reply of <a href="https://html.spec.whatwg.org/multipage/server-sent-events.html">Server-Sent Events</a>. Written by one
 * thread, which is none of the server's and waits while the reader takes nothing: not for longer than it is told.
 */
final class EventStream implements FeedOutput {

    static final String CONTENT_TYPE = "text/event-stream";

    private static final HttpString BUFFERING = new HttpString("X-Accel-Buffering");
    private static final int FLUSH_BYTES = 16 << 10;

    private final HttpServerExchange exchange;
    private final StreamSinkChannel channel;
    private final long timeoutNanos;
    private final ByteArrayOutputStream buffer = new ByteArrayOutputStream();
    private String lastId = "";

    private EventStream(HttpServerExchange exchange, Duration writeTimeout) {
        this.exchange = exchange;
        this.channel = exchange.getResponseChannel();
        this.timeoutNanos = writeTimeout.toNanos();
    }

    /** Puts the headers of such a reply. */
    static void putHeaders(HttpServerExchange exchange) {
        exchange.getResponseHeaders()
                .put(Headers.CONTENT_TYPE, CONTENT_TYPE)
                .put(Headers.CACHE_CONTROL, "no-store")
                .put(BUFFERING, "no");
    }

    /**
     * Starts the reply.
     *
     * @param writeTimeout how long the reader may take no bytes
     * @param gone is run, on a thread of the server's, when the reader closes the connection
     */
    static EventStream start(HttpServerExchange exchange, Duration writeTimeout, Runnable gone) throws IOException {
        putHeaders(exchange);
        // The connection ends with the feed: what the reader sends meanwhile is thrown away.
        exchange.setPersistent(false);
        if (exchange.isHttp11()) {
            // So that the reader can tell an end in order from a connection that breaks off.
            exchange.getResponseHeaders().put(Headers.TRANSFER_ENCODING, Headers.CHUNKED.toString());
        }
        // The server's own limit counts the silence between two events, too.
        exchange.getConnection().setOption(Options.WRITE_TIMEOUT, 0);
        EventStream stream = new EventStream(exchange, writeTimeout);
        stream.watch(gone);
        return stream;
    }

    @Override
    public void event(FeedEvent event, String id) throws IOException {
        line("id: ", id);
        line("event: ", event.type());
        buffer.writeBytes(bytes("data: "));
        buffer.writeBytes(event.json());
        buffer.writeBytes(bytes("\n\n"));
        lastId = id;
        if (buffer.size() >= FLUSH_BYTES) {
            flush();
        }
    }

    /** An id without data tells the reader where it stands, and is no event to it. */
    @Override
    public void alive(String id) {
        buffer.writeBytes(bytes(": heartbeat\n"));
        if (!id.equals(lastId)) {
            line("id: ", id);
            lastId = id;
        }
        buffer.writeBytes(bytes("\n"));
    }

    @Override
    public void flush() throws IOException {
        ByteBuffer bytes = ByteBuffer.wrap(buffer.toByteArray());
        buffer.reset();
        long progress = System.nanoTime();
        while (bytes.hasRemaining()) {
            if (channel.write(bytes) > 0) {
                progress = System.nanoTime();
            } else {
                await(progress);
            }
        }
        while (!channel.flush()) {
            await(progress);
        }
    }

    /** Ends the reply in order. */
    void end() throws IOException {
        ConduitStreamSourceChannel source = source();
        source.suspendReads();
        source.getReadSetter().set(null);
        channel.shutdownWrites();
        long progress = System.nanoTime();
        while (!channel.flush()) {
            await(progress);
        }
        exchange.endExchange();
    }

    /** Ends it at once, whatever the reader has got of it. */
    static void cutOff(HttpServerExchange exchange) {
        IoUtils.safeClose(exchange.getConnection());
    }

    private void await(long progress) throws IOException {
        long left = timeoutNanos - (System.nanoTime() - progress);
        if (left <= 0) {
            throw new IOException("The reader takes nothing");
        }
        channel.awaitWritable(left, TimeUnit.NANOSECONDS);
    }

    /** Nobody else reads while a reply is under way, so that a connection which the reader closes would go unnoticed. */
    private void watch(Runnable gone) {
        ConduitStreamSourceChannel source = source();
        source.getReadSetter().set(ready -> {
            if (isAtEnd(ready)) {
                ready.suspendReads();
                IoUtils.safeClose(exchange.getConnection());
                gone.run();
            }
        });
        source.resumeReads();
    }

    private ConduitStreamSourceChannel source() {
        return ((AbstractServerConnection) exchange.getConnection())
                .getChannel()
                .getSourceChannel();
    }

    private static boolean isAtEnd(ConduitStreamSourceChannel source) {
        ByteBuffer discarded = ByteBuffer.allocate(256);
        try {
            return source.read(discarded) < 0;
        } catch (IOException e) {
            return true;
        }
    }

    private void line(String name, String value) {
        buffer.writeBytes(bytes(name));
        buffer.writeBytes(bytes(value));
        buffer.write('\n');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
