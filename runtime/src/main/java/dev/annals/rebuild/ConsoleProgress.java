package dev.annals.rebuild;

import java.io.PrintStream;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;

/** Progress on a console: a bar that moves where it is a terminal, and now and then a line where it is not. */
public final class ConsoleProgress implements Progress, AutoCloseable {

    private static final int WIDTH = 40;
    private static final long BAR_MILLIS = 200;
    private static final long LINE_MILLIS = 10_000;

    private final PrintStream out;
    private final boolean terminal;
    private final AtomicLong done = new AtomicLong();
    private final ScheduledExecutorService painter = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "annals-progress");
        thread.setDaemon(true);
        return thread;
    });
    private String what = "";
    private long total;
    private long started;
    private boolean running;

    /**
     * Progress on this stream.
     *
     * @param terminal whether it is a terminal, where a line can be written over
     */
    public ConsoleProgress(PrintStream out, boolean terminal) {
        this.out = out;
        this.terminal = terminal;
        long period = terminal ? BAR_MILLIS : LINE_MILLIS;
        var unused = painter.scheduleWithFixedDelay(this::paint, period, period, TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void begin(String part, long wanted) {
        done.set(0);
        what = part;
        total = wanted;
        started = System.nanoTime();
        running = true;
        if (!terminal) {
            out.println(what);
        }
    }

    @Override
    public void advance(long count) {
        done.addAndGet(count);
    }

    @Override
    public synchronized void end() {
        paint();
        running = false;
        if (terminal) {
            out.println();
        }
    }

    @Override
    public void close() {
        painter.shutdownNow();
    }

    private synchronized void paint() {
        if (!running) {
            return;
        }
        long now = done.get();
        int percent = total <= 0 ? 100 : (int) Math.min(100, now * 100 / total);
        String text = "%s %3d%% (%,d of %,d, %,d a second)".formatted(what, percent, now, total, rate(now));
        if (terminal) {
            int filled = percent * WIDTH / 100;
            // Over the last one, whose end is cleared.
            out.print("\r[" + "#".repeat(filled) + " ".repeat(WIDTH - filled) + "] " + text + "\u001B[K");
        } else {
            out.println(text);
        }
        out.flush();
    }

    private long rate(long now) {
        long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - started);
        return millis == 0 ? now : now * 1000 / millis;
    }
}
