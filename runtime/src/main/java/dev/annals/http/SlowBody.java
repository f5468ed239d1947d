package dev.annals.http;

import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/** Ends a request whose body takes too long to come, also where it comes byte by byte. */
final class SlowBody {

    private static final AttachmentKey<Duration> LIMIT = AttachmentKey.create(Duration.class);
    private static final long TO_SAY_SO_MS = 1_000;

    private final AtomicBoolean over = new AtomicBoolean();
    private XnioExecutor.Key timer = () -> true;

    private SlowBody() {}

    /** Sets how long a body may take. */
    static void limit(HttpServerExchange exchange, Duration limit) {
        exchange.putAttachment(LIMIT, limit);
    }

    /** Starts to wait for the body of a request. */
    static SlowBody watch(HttpServerExchange exchange) {
        SlowBody slow = new SlowBody();
        if (!exchange.isRequestComplete()) {
            slow.timer = exchange.getIoThread()
                    .executeAfter(
                            () -> slow.end(exchange),
                            exchange.getAttachment(LIMIT).toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        return slow;
    }

    /** Answers with a problem whatever the body is, and does not wait for longer than a body may take for the rest of it. */
    static void refuse(HttpServerExchange exchange, Problem problem) {
        if (!exchange.isRequestComplete()) {
            Object unused = exchange.getIoThread()
                    .executeAfter(
                            () -> {
                                if (!exchange.isComplete()) {
                                    IoUtils.safeClose(exchange.getConnection());
                                }
                            },
                            exchange.getAttachment(LIMIT).toMillis(),
                            TimeUnit.MILLISECONDS);
        }
        problem.send(exchange);
    }

    /** The body is here, or will not come; false where the request has been ended meanwhile. */
    boolean isOver() {
        timer.remove();
        return over.compareAndSet(false, true);
    }

    private void end(HttpServerExchange exchange) {
        if (over.compareAndSet(false, true)) {
            exchange.setPersistent(false);
            exchange.getResponseHeaders().put(Headers.CONNECTION, "close");
            Problems.slowBody().send(exchange);
            // The rest of the body is not waited for.
            exchange.getIoThread()
                    .executeAfter(
                            () -> IoUtils.safeClose(exchange.getConnection()), TO_SAY_SO_MS, TimeUnit.MILLISECONDS);
        }
    }
}
