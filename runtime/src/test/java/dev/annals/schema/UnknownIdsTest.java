package dev.annals.schema;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class UnknownIdsTest {

    private Instant now = Instant.EPOCH;
    private final UnknownIds ids = new UnknownIds(Duration.ofSeconds(5), () -> now);

    @Test
    void forgetsAfterAWhile() {
        ids.add(1);
        now = now.plusSeconds(3);
        ids.add(2);

        assertThat(ids.size()).isEqualTo(2);
        now = now.plusSeconds(2);
        assertThat(ids.contains(1)).isFalse();
        assertThat(ids.contains(2)).isTrue();
        assertThat(ids.size()).isEqualTo(1);
    }

    @Test
    void forgetsWhatTurnsUp() {
        ids.add(1);
        ids.remove(1);

        assertThat(ids.contains(1)).isFalse();
    }

    @Test
    void keepsTheLastThousand() {
        for (long id = 0; id < 10_000; id++) {
            ids.add(id);
        }

        assertThat(ids.size()).isEqualTo(1_000);
        assertThat(ids.contains(9_999)).isTrue();
        assertThat(ids.contains(0)).isFalse();
    }
}
