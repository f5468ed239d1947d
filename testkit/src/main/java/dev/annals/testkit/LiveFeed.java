package dev.annals.testkit;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** A live feed of a service (Server-Sent Events), read by a thread of its own as it comes. Safe for use by several threads. */
public final class LiveFeed implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final HttpResponse<InputStream> reply;
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final AtomicInteger heartbeats = new AtomicInteger();
    private final CompletableFuture<Boolean> end = new CompletableFuture<>();
    private volatile String lastId = "";

    /**
     * An event as it came.
     *
     * @param id to go on after it
     */
    public record Event(String id, String type, String data) {}

    LiveFeed(HttpResponse<InputStream> reply) {
        this.reply = reply;
        Thread reader = new Thread(this::read, "live feed");
        reader.setDaemon(true);
        reader.start();
    }

    /** The reply's status and headers. */
    public HttpResponse<?> reply() {
        return reply;
    }

    /**
     * The next event, which is waited for.
     *
     * @throws AssertionError when there is none
     */
    public Event next() {
        try {
            Event event = events.poll(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            if (event == null) {
                throw new AssertionError("No event came within " + PATIENCE);
            }
            return event;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for an event", e);
        }
    }

    /** As many events, which are waited for. */
    public List<Event> next(int count) {
        List<Event> found = new ArrayList<>();
        while (found.size() < count) {
            found.add(next());
        }
        return found;
    }

    /** The events that have come and have not been taken. */
    public List<Event> waiting() {
        return List.copyOf(events);
    }

    /** How many heartbeats have come. */
    public int heartbeats() {
        return heartbeats.get();
    }

    /** The id that came last, with an event or without. */
    public String lastId() {
        return lastId;
    }

    /**
     * Waits until the service has ended the feed, and says whether it did so in order.
     *
     * @throws AssertionError when it does not end
     */
    public boolean awaitEnd() {
        try {
            return end.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new AssertionError("The feed did not end within " + PATIENCE, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the end of a feed", e);
        } catch (java.util.concurrent.ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Closes the connection. */
    @Override
    public void close() {
        try {
            reply.body().close();
        } catch (IOException e) {
            // It is closed all the same.
            end.complete(false);
        }
    }

    private void read() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(reply.body(), StandardCharsets.UTF_8))) {
            String type = "";
            String data = "";
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(":")) {
                    heartbeats.incrementAndGet();
                } else if (line.startsWith("id: ")) {
                    lastId = line.substring("id: ".length());
                } else if (line.startsWith("event: ")) {
                    type = line.substring("event: ".length());
                } else if (line.startsWith("data: ")) {
                    data = line.substring("data: ".length());
                } else if (line.isEmpty() && !data.isEmpty()) {
                    events.add(new Event(lastId, type, data));
                    type = "";
                    data = "";
                }
            }
            end.complete(true);
        } catch (IOException e) {
            end.complete(false);
        }
    }
}
