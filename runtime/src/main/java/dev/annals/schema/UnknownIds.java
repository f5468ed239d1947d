package dev.annals.schema;

import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Ids that were looked for in vain a moment ago, so that many messages of one of them do not cost a look-up each. The oldest
 * leave it when there are too many. Safe for use by several threads.
 */
public final class UnknownIds {

    private static final int MOST = 1_000;

    private final Map<Long, Long> untilMillis = new LinkedHashMap<>();
    private final long retentionMillis;
    private final InstantSource clock;

    /** Ids are taken for unknown for as long as this. */
    public UnknownIds(Duration retention, InstantSource clock) {
        this.retentionMillis = retention.toMillis();
        this.clock = clock;
    }

    public synchronized boolean contains(long id) {
        expire();
        return untilMillis.containsKey(id);
    }

    public synchronized void add(long id) {
        untilMillis.remove(id);
        untilMillis.put(id, clock.millis() + retentionMillis);
        if (untilMillis.size() > MOST) {
            untilMillis.remove(untilMillis.keySet().iterator().next());
        }
    }

    public synchronized void remove(long id) {
        untilMillis.remove(id);
    }

    /** How many there are at present. */
    public synchronized int size() {
        expire();
        return untilMillis.size();
    }

    private void expire() {
        long now = clock.millis();
        // Entries are in the order of their time, unless the clock went back.
        var entries = untilMillis.values().iterator();
        while (entries.hasNext() && entries.next() <= now) {
            entries.remove();
        }
    }
}
