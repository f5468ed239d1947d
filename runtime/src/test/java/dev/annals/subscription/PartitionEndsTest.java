package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

/** Where partitions end, of which some have no leader. */
class PartitionEndsTest {

    private static final TopicPartition ONE = new TopicPartition("shop.orders.events", 1);
    private static final TopicPartition TWO = new TopicPartition("shop.orders.events", 2);
    private static final TopicPartition THREE = new TopicPartition("shop.orders.events", 3);
    private static final List<TopicPartition> ALL = List.of(ONE, TWO, THREE);

    private final Set<TopicPartition> away = new HashSet<>();
    private final List<Set<TopicPartition>> asked = new ArrayList<>();
    private final PartitionEnds ends = new PartitionEnds(this::answer, this::answer);

    @Test
    void allAreAskedTogether() {
        assertThat(ends.ends(ALL)).containsOnlyKeys(ALL);
        assertThat(ends.beginnings(ALL)).containsOnlyKeys(ALL);
        assertThat(asked).containsExactly(Set.copyOf(ALL), Set.copyOf(ALL));
    }

    @Test
    void oneWithoutALeaderIsLeftOutAndAskedAlone() {
        away.add(TWO);
        assertThat(ends.ends(ALL)).containsOnlyKeys(ONE, THREE);
        asked.clear();

        assertThat(ends.ends(ALL)).containsOnlyKeys(ONE, THREE);
        assertThat(asked).containsExactly(Set.of(ONE, THREE), Set.of(TWO));
    }

    @Test
    void oneThatHasALeaderAgainIsAskedWithTheOthers() {
        away.add(TWO);
        assertThat(ends.ends(ALL)).doesNotContainKey(TWO);
        away.clear();
        assertThat(ends.ends(ALL)).containsOnlyKeys(ALL);
        asked.clear();

        assertThat(ends.ends(ALL)).containsOnlyKeys(ALL);
        assertThat(asked).containsExactly(Set.copyOf(ALL));
    }

    private Map<TopicPartition, Long> answer(Collection<TopicPartition> partitions, Duration timeout) {
        asked.add(Set.copyOf(partitions));
        if (partitions.stream().anyMatch(away::contains)) {
            throw new TimeoutException("Nobody answers");
        }
        return partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> 7L));
    }
}
