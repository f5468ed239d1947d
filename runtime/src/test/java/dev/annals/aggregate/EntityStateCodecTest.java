package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.aggregate.Counters.Count;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class EntityStateCodecTest {

    private final EntityStateCodec<Count> codec = new EntityStateCodec<>(Counters.SERDES.snapshots());

    @Test
    void stateIsItsVersionAndItsSnapshotsMessage() {
        byte[] snapshot = Counters.SERDES.snapshots().write(new Count(42, "x"));

        byte[] stored = EntityStateCodec.write(258, snapshot);

        assertThat(stored).startsWith(0, 0, 0, 0, 0, 0, 1, 2);
        assertThat(Arrays.copyOfRange(stored, 8, stored.length)).isEqualTo(snapshot);
        assertThat(codec.read(stored)).isEqualTo(new EntityState<>(258, new Count(42, "x")));
    }

    @Test
    void deletedEntityKeepsItsVersion() {
        assertThat(codec.read(EntityStateCodec.write(7, null))).isEqualTo(new EntityState<>(7, null));
    }

    @Test
    void whatIsNotStoredIsNoEntity() {
        assertThat(codec.read(null)).isEqualTo(new EntityState<>(0, null));
    }
}
