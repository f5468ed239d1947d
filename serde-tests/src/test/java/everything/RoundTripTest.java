package everything;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.schema.Framing;
import java.util.Arrays;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.avro.Schema;

/** Made-up events survive our encoding and Avro's, each read by the other. */
class RoundTripTest {

    private static final int HEADER = Framing.SINGLE_OBJECT.headerLength();

    @Provide
    Arbitrary<Object> events() {
        return Arbitraries.of(Happening.class.getPermittedSubclasses()).flatMap(Values::events);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatIsReadIsWhatWasWritten(@ForAll("events") Object event) {
        byte[] bytes = Happenings.SERDE.write((Happening) event);

        Happening read = Happenings.SERDE.read(bytes);

        assertThat(read).matches(one -> Happenings.areEqual(one, (Happening) event), "is " + event);
        assertThat(Happenings.SERDE.write(read)).isEqualTo(bytes);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatAnEarlierVersionWroteIsReadAndWrittenAgain(@ForAll("events") Object event) {
        Happening read = FormerHappenings.SERDE.read(FormerHappenings.write((Happening) event));

        byte[] bytes = FormerHappenings.SERDE.write(read);
        assertThat(FormerHappenings.SERDE.read(bytes)).matches(one -> Happenings.areEqual(one, read), "is " + read);
        if (!(event instanceof Happening.SeenNone || event instanceof Happening.SeenNumbers)) {
            assertThat(read).matches(one -> Happenings.areEqual(one, (Happening) event), "is " + event);
        }
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void anyLanguageReadsWhatWeWriteAndWritesWhatWeRead(@ForAll("events") Object event) {
        Schema schema = Happenings.published(event.getClass());
        byte[] bytes = Happenings.SERDE.write((Happening) event);

        Object plain = PlainAvro.read(schema, bytes, HEADER);
        byte[] theirs = PlainAvro.write(schema, plain, Arrays.copyOf(bytes, HEADER));

        assertThat(Happenings.SERDE.read(theirs))
                .matches(one -> Happenings.areEqual(one, (Happening) event), "is " + event);
    }
}
