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

    /** Lets go of those who wait. */
    synchronized void end() {
        ended = true;
        notifyAll();
    }
}
