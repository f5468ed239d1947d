package everything;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.avro.MalformedDataException;
import dev.annals.schema.UnknownSchemaException;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.UnreadableMessageException;

/** What holds of any bytes at all: they are refused as promised, or are an event that can be written again. */
final class Decoding {

    private Decoding() {}

    static void check(MessageSerde<Happening> serde, byte[] bytes) {
        Happening event;
        try {
            event = serde.read(bytes);
        } catch (MalformedDataException | UnreadableMessageException | UnknownSchemaException e) {
            assertThat(e.getMessage()).isNotEmpty().hasSizeLessThan(1_000);
            return;
        }
        byte[] written = serde.write(event);
        Happening again = serde.read(written);
        assertThat(serde.write(again)).isEqualTo(written);
        assertThat(again).matches(one -> Happenings.areEqual(one, event), "is " + event);
    }
}
