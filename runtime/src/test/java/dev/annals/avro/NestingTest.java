package dev.annals.avro;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

/** What is written can be read, however deep; and what is too deep to be read is not written. */
class NestingTest {

    @Test
    void deepestValueThatIsWrittenIsRead() {
        byte[] message = write(AvroReader.DEEPEST_NESTING);
        AvroReader in = new AvroReader(message, 0);

        assertThat(in.end(in.<Integer>readNested(NestingTest::read))).isEqualTo(AvroReader.DEEPEST_NESTING);
    }

    @Test
    void deeperValueIsNotWritten() {
        assertThatExceptionOfType(IllegalArgumentException.class)
                .isThrownBy(() -> write(AvroReader.DEEPEST_NESTING + 1))
                .withMessageContaining("200 deep");
    }

    private static byte[] write(int depth) {
        AvroWriter out = new AvroWriter();
        out.writeNested(depth, NestingTest::write);
        return out.toByteArray();
    }

    private static void write(AvroWriter out, int depth) {
        out.writeBoolean(depth > 1);
        if (depth > 1) {
            out.writeNested(depth - 1, NestingTest::write);
        }
    }

    private static int read(AvroReader in) {
        return in.readBoolean() ? 1 + in.<Integer>readNested(NestingTest::read) : 1;
    }
}
