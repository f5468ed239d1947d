package dev.annals.sql;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which events are applied next. */
class BatchTest {

    private final Batch batch = new Batch();

    @BeforeEach
    void fill() {
        batch.add(event(0, 5));
        batch.add(event(1, 7));
        batch.add(event(0, 6));
    }

    @Test
    void allAreTriedTogether() {
        assertThat(batch.isTriedTogether()).isTrue();
        assertThat(batch.next()).hasSize(3);
        batch.done();

        assertThat(batch.isEmpty()).isTrue();
    }

    @Test
    void splitThatAreTriedOneAfterAnotherUntilTheyAreDoneWith() {
        batch.split();
        assertThat(batch.next()).extracting(ConsumerRecord::offset).containsExactly(5L);
        assertThat(batch.failed()).isEqualTo(1);
        assertThat(batch.failed()).isEqualTo(2);
        batch.done();
        assertThat(batch.next()).extracting(ConsumerRecord::offset).containsExactly(7L);
        assertThat(batch.failed()).isEqualTo(1);
        batch.done();
        batch.done();

        batch.add(event(0, 8));
        batch.add(event(0, 9));
        assertThat(batch.next()).hasSize(2);
    }

    @Test
    void whatLeavesIsForgottenAndTheRestIsNot() {
        batch.split();
        batch.setAside();
        batch.left(List.of(new TopicPartition("t", 1)));

        assertThat(batch.isSetAside()).isTrue();
        assertThat(batch.size()).isEqualTo(2);
        batch.left(List.of(new TopicPartition("t", 0)));

        assertThat(batch.isSetAside()).isFalse();
        assertThat(batch.isEmpty()).isTrue();
    }

    private static ConsumerRecord<byte[], byte[]> event(int partition, long offset) {
        return new ConsumerRecord<>("t", partition, offset, new byte[0], new byte[0]);
    }
}
