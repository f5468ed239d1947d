package dev.annals.http;

import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.util.AttachmentKey;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Lets commands in, as long as there are not too many under way: those that wait for a thread, for their body, for another
 * instance or for their outcome. The rest is refused before its body is read. Safe for use by several threads.
 */
final class Admission {

    /** The bytes that a command has been let in with. */
    private static final AttachmentKey<AtomicLong> RESERVED = AttachmentKey.create(AtomicLong.class);

    private final int mostCommands;
    private final long mostBytes;
    private final AtomicInteger commands = new AtomicInteger();
    private final AtomicLong bytes = new AtomicLong();

    Admission(Limits limits) {
        this.mostCommands = limits.commands();
        this.mostBytes = limits.commandBytes();
    }

    /** A handler that is only called for a command that is let in. */
    HttpHandler guard(HttpHandler handler) {
        return exchange -> {
            AtomicLong reserved = new AtomicLong(size(exchange));
            if (!enter(reserved.get())) {
                Replies.overloaded(exchange);
                return;
            }
            exchange.putAttachment(RESERVED, reserved);
            // However it ends.
            exchange.addExchangeCompleteListener((ended, next) -> {
                leave(reserved.get());
                next.proceed();
            });
            handler.handleRequest(exchange);
        };
    }

    /** A command's body is here: where its length was not known, it may be less than what was reserved for it. */
    void settle(HttpServerExchange exchange, int length) {
        AtomicLong reserved = exchange.getAttachment(RESERVED);
        if (reserved != null && reserved.get() > length) {
            bytes.addAndGet(length - reserved.getAndSet(length));
        }
    }

    /** What its body may take: all that one may have, where it is not said. */
    private static long size(HttpServerExchange exchange) {
        int most = JsonBody.limit(exchange);
        long declared = exchange.getRequestContentLength();
        return declared < 0 ? most : Math.min(declared, most);
    }

    private boolean enter(long size) {
        boolean few = commands.incrementAndGet() <= mostCommands;
        boolean small = bytes.addAndGet(size) <= mostBytes;
        if (few && small) {
            return true;
        }
        leave(size);
        return false;
    }

    private void leave(long size) {
        commands.decrementAndGet();
        bytes.addAndGet(-size);
    }
}
