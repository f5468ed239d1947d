package dev.annals.app;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the restore of the state is, for health, metrics and the log. Safe for use by several threads. */
final class RestoreProgress implements StateRestoreListener {

    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
    private static final long QUIET_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Map<TopicPartition, Progress> running = new ConcurrentHashMap<>();
    private final AtomicLong restored = new AtomicLong();
    private final AtomicLong said = new AtomicLong(System.nanoTime() - QUIET_NANOS);

    private record Progress(String store, long total, AtomicLong done) {}

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long from, long to) {
        running.put(partition, new Progress(store, to - from, new AtomicLong()));
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long offset, long records) {
        restored.addAndGet(records);
        Progress progress = running.get(partition);
        if (progress != null) {
            progress.done().addAndGet(records);
            say();
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long records) {
        running.remove(partition);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long records) {
        running.remove(partition);
    }

    /** By store and partition, as {@code accounts-3}: how many records are restored, of how many. */
    Map<String, String> running() {
        Map<String, String> progress = new TreeMap<>();
        running.forEach((partition, each) -> progress.put(
                each.store() + "-" + partition.partition(), each.done().get() + " of " + each.total()));
        return progress;
    }

    boolean isRunning() {
        return !running.isEmpty();
    }

    long remaining() {
        return running.values().stream()
                .mapToLong(progress ->
                        Math.max(0, progress.total() - progress.done().get()))
                .sum();
    }

    long restored() {
        return restored.get();
    }

    private void say() {
        long before = said.get();
        long now = System.nanoTime();
        if (now - before > QUIET_NANOS && said.compareAndSet(before, now)) {
            LOG.info("Restoring state: {} records to go, in {} partitions", remaining(), running.size());
        }
    }
}
