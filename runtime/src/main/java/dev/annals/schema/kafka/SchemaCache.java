package dev.annals.schema.kafka;

import dev.annals.schema.SchemaMeaning;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The first schema of each fingerprint in the topic, as far as it has been read. Safe for use by several threads. */
final class SchemaCache {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaCache.class);

    private final Map<Long, String> schemas = new HashMap<>();
    private boolean ended;

    /** The latest time of which somebody has to know whether all has been read. */
    private long wanted = System.nanoTime();

    /** The latest time of which that is known. */
    private long current = wanted;

    /** Takes in what comes from the topic; of two that mean different things, the first stays. */
    synchronized void add(SchemaRecord record) {
        String known = schemas.putIfAbsent(record.fingerprint(), record.json());
        if (known == null) {
            notifyAll();
            return;
        }
        Optional<String> difference = SchemaMeaning.difference(known, record.json());
        difference.ifPresent(text -> LOG.error(
                "There are two schemas of {} with the fingerprint {} that mean different things; the first one stays. {}"
                        + " (there is the first, here is the second)",
                record.name(),
                "%016x".formatted(record.fingerprint()),
                text));
    }

    synchronized @Nullable String get(long fingerprint) {
        return schemas.get(fingerprint);
    }

    /** Waits for a schema, and gives null when it does not come, or when {@link #end} is called. */
    synchronized @Nullable String await(long fingerprint, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!schemas.containsKey(fingerprint) && !ended) {
            long left = deadline - System.nanoTime();
            if (left <= 0) {
                break;
            }
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return schemas.get(fingerprint);
    }

    /**
     * From now on, somebody has to know whether what was in the topic at this time has been read.
     *
     * @return whether nobody had to know that of a time that is not known of yet
     */
    synchronized boolean want(long time) {
        boolean first = !isWanted();
        if (time - wanted > 0) {
            wanted = time;
        }
        return first && isWanted();
    }

    synchronized boolean isWanted() {
        return wanted - current > 0;
    }

    /** All has been read that was in the topic at this time. */
    synchronized void readUntil(long time) {
        current = time;
        notifyAll();
    }

    /** Waits until all has been read that was in the topic at this time; false when it is not, or when {@link #end} is called. */
    synchronized boolean awaitReadUntil(long time, Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (current - time < 0 && !ended && deadline - System.nanoTime() > 0) {
            TimeUnit.NANOSECONDS.timedWait(this, deadline - System.nanoTime());
        }
        return current - time >= 0;
    }

    /** Lets go of those who wait. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
