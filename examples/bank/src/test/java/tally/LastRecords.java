package tally;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

/** The last record of each key of a topic, byte by byte. */
final class LastRecords {

    private LastRecords() {}

    /** By partition and key: time, headers and value; tombstones are left out where compaction may remove them. */
    static Map<String, String> of(Consumer<byte[], byte[]> consumer, String topic, boolean tombstones) {
        Map<String, String> last = new TreeMap<>();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!partitions.stream().allMatch(each -> consumer.position(each) >= ends.getOrDefault(each, 0L))) {
            consumer.poll(Duration.ofMillis(100)).forEach(record -> {
                String key = record.partition() + "/" + new String(record.key(), UTF_8);
                if (record.value() == null && !tombstones) {
                    last.remove(key);
                } else {
                    last.put(key, describe(record));
                }
            });
        }
        return last;
    }

    private static String describe(ConsumerRecord<byte[], byte[]> record) {
        StringBuilder text = new StringBuilder().append(record.timestamp());
        record.headers()
                .forEach(header ->
                        text.append(' ').append(header.key()).append('=').append(new String(header.value(), UTF_8)));
        return text.append(' ')
                .append(record.value() == null ? "tombstone" : HexFormat.of().formatHex(record.value()))
                .toString();
    }
}
