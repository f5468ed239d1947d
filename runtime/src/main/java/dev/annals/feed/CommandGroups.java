package dev.annals.feed;

import dev.annals.aggregate.MessageHeaders;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/**
 * Keeps back the last records of a partition until all that the same command has led to are here: a fetch may end between them,
 * and records of other partitions would come in between. They lie in one transaction, so that none is missing where all that is
 * committed has been read. Used by one thread.
 */
final class CommandGroups {

    /** More are not kept back, whatever they have in common. */
    private static final int MOST_HELD = 10_000;

    private final Map<TopicPartition, List<ConsumerRecord<byte[], byte[]>>> held = new HashMap<>();

    /** The partitions of which something is kept back. */
    Set<TopicPartition> held() {
        return Set.copyOf(held.keySet());
    }

    /**
     * Adds records of a partition, and returns those that are whole.
     *
     * @param all whether these are all that is committed
     */
    List<ConsumerRecord<byte[], byte[]>> add(
            TopicPartition partition, List<ConsumerRecord<byte[], byte[]>> records, boolean all) {
        List<ConsumerRecord<byte[], byte[]>> joined = new ArrayList<>(held.getOrDefault(partition, List.of()));
        joined.addAll(records);
        int whole = all || joined.size() >= MOST_HELD ? joined.size() : startOfLast(joined);
        if (whole == joined.size()) {
            held.remove(partition);
        } else {
            held.put(partition, List.copyOf(joined.subList(whole, joined.size())));
        }
        return joined.subList(0, whole);
    }

    private static int startOfLast(List<ConsumerRecord<byte[], byte[]>> records) {
        int start = records.size();
        String last = start == 0 ? null : command(records.get(start - 1));
        while (last != null && start > 0 && last.equals(command(records.get(start - 1)))) {
            start--;
        }
        return start;
    }

    private static @Nullable String command(ConsumerRecord<byte[], byte[]> record) {
        return MessageHeaders.text(record.headers(), MessageHeaders.CAUSATION_ID);
    }
}
