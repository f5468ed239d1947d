package dev.annals.feed;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class CommandGroupsTest {

    private static final TopicPartition FIRST = new TopicPartition("events", 0);
    private static final TopicPartition SECOND = new TopicPartition("events", 1);

    private static final String NONE = "none";

    private final CommandGroups groups = new CommandGroups();

    @Test
    void eventsOfACommandAreKeptBackUntilTheNextOnesAreHere() {
        assertThat(add(FIRST, false, "a", "a", "b")).containsExactly("a", "a");
        assertThat(groups.held()).containsExactly(FIRST);
        assertThat(add(SECOND, false, "c")).isEmpty();
        assertThat(add(FIRST, false, "b", "d")).containsExactly("b", "b");
        assertThat(add(FIRST, false)).isEmpty();
        assertThat(add(SECOND, false, "c", "e", "e")).containsExactly("c", "c");
    }

    @Test
    void nothingIsKeptBackWhereAllThatIsCommittedHasBeenRead() {
        assertThat(add(FIRST, false, "a", "b", "b")).containsExactly("a");
        assertThat(add(FIRST, true)).containsExactly("b", "b");
        assertThat(groups.held()).isEmpty();
        assertThat(add(FIRST, true, "c", "c")).containsExactly("c", "c");
    }

    @Test
    void recordsThatNameNoCommandBelongToNone() {
        assertThat(add(FIRST, false, "a", "a", NONE)).containsExactly("a", "a", NONE);
        assertThat(groups.held()).isEmpty();
    }

    @Test
    void notMoreThanABoundIsKeptBack() {
        String[] same = new String[10_000];
        Arrays.fill(same, "a");

        assertThat(add(FIRST, false, Arrays.copyOf(same, 9_999))).isEmpty();
        assertThat(add(FIRST, false, "a")).hasSize(10_000);
        assertThat(groups.held()).isEmpty();
    }

    private List<String> add(TopicPartition partition, boolean all, String... commands) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        for (String command : commands) {
            ConsumerRecord<byte[], byte[]> record =
                    new ConsumerRecord<>("events", partition.partition(), 0, new byte[0], new byte[0]);
            if (!command.equals(NONE)) {
                record.headers().add("ce_causationid", command.getBytes(UTF_8));
            }
            records.add(record);
        }
        List<String> whole = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : groups.add(partition, records, all)) {
            var header = record.headers().lastHeader("ce_causationid");
            whole.add(header == null ? NONE : new String(header.value(), UTF_8));
        }
        return whole;
    }
}
