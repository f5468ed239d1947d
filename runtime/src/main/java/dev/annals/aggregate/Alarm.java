package dev.annals.aggregate;

import java.time.Duration;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.Punctuator;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.jspecify.annotations.Nullable;

/**
 * Calls a processor once, at the earliest of the times that it was set to: a look costs a commit, and so there is none in between. It
 * may call too early, where the time is far, and is then to be set again. Used by the processor's thread.
 */
public final class Alarm {

    private static final long SOONEST_MS = 10;

    /** Far enough, and within what can be added to any time. */
    private static final long LATEST_MS = 60_000;

    private final ProcessorContext<?, ?> context;
    private final Punctuator look;
    private @Nullable Cancellable next;
    private long nextAt = Long.MAX_VALUE;

    public Alarm(ProcessorContext<?, ?> context, Punctuator look) {
        this.context = context;
        this.look = look;
    }

    /** Sets it to a time, in milliseconds since 1970, unless it is set to an earlier one. */
    public void setTo(long millis) {
        if (next == null || millis < nextAt) {
            cancel();
            long now = context.currentSystemTimeMs();
            long wait = millis <= now ? 0 : millis - now;
            // Below zero where the difference does not fit.
            long bounded = wait < 0 ? LATEST_MS : Math.min(LATEST_MS, Math.max(SOONEST_MS, wait));
            next = context.schedule(Duration.ofMillis(bounded), PunctuationType.WALL_CLOCK_TIME, this::ring);
            nextAt = millis;
        }
    }

    public void cancel() {
        if (next != null) {
            next.cancel();
            next = null;
        }
    }

    private void ring(long now) {
        cancel();
        look.punctuate(now);
    }
}
