package unsteady;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.serde.MessageSerde;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.ServiceTopology;
import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a join by a foreign key has to bear. */
final class PairTest {

    private static final PairsProjection PAIRS = new PairsProjection();

    private final ServiceTopology service = ServiceTopology.of(UnsteadyService::new);
    private final AggregateTopics<String, Meter.Command, Meter.Event, Meter> meters =
            service.topics(new MetersAggregate());

    @AfterEach
    void close() {
        service.close();
    }

    @Test
    void aKeyThatCannotBeDerivedIsSetAsideOnceAndTheNextOneIsTakenIn() {
        send("a", 2);
        send("m2", 0);
        assertThat(service.record(PAIRS, "a")).isEqualTo(Optional.of(new Pair(new Meter(2), new Meter(0))));

        send("a", Total.UNLUCKY);
        assertThat(service.deadLetters(PAIRS)).hasSize(1);
        send("b", 2);
        send("a", 3);
        send("m3", 1);

        assertThat(service.record(PAIRS, "a")).isEqualTo(Optional.of(new Pair(new Meter(3), new Meter(1))));
        assertThat(service.record(PAIRS, "b")).isEqualTo(Optional.of(new Pair(new Meter(2), new Meter(0))));
        assertThat(service.deadLetters(PAIRS)).hasSize(1);
    }

    /** Kafka Streams compares the left side of a join by its bytes, and code with another schema would write others. */
    @Test
    void bytesThatWouldBeWrittenOtherwiseAreKeptAsTheyCame() {
        MessageSerde<Meter> serde = meters.serdes().snapshots();
        byte[] usual = serde.write(new Meter(2));
        byte[] longer = Arrays.copyOf(usual, usual.length + 1);
        longer[usual.length - 1] |= (byte) 0x80;
        assertThat(serde.write(serde.read(longer))).isEqualTo(usual);

        service.sendBytes("unsteady.meters.snapshots", "a".getBytes(UTF_8), longer);
        send("m2", 5);

        assertThat(service.record(PAIRS, "a")).isEqualTo(Optional.of(new Pair(new Meter(2), new Meter(5))));
        assertThat(service.messages("unsteady-pairs-pairs-meter-changelog")
                        .get(0)
                        .value())
                .isEqualTo(longer);
    }

    private void send(String meter, int value) {
        meters.send(new Meter.ReadMeter(meter, value));
    }
}
