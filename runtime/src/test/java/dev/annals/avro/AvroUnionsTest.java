package dev.annals.avro;

import static dev.annals.avro.AvroBytes.ours;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Unions of several types, as generated code writes them: with null as one more type, where they may be absent. */
class AvroUnionsTest {

    /** A number or a text: a union whose reader and writer know nothing of null. */
    private static void write(AvroWriter out, Object value) {
        if (value instanceof Integer number) {
            out.writeBranch(0);
            out.writeInt(number);
        } else {
            out.writeBranch(1);
            out.writeOptionalUnion(Optional.of(value).filter(text -> !text.equals("")), (inner, text) -> {
                inner.writeBranch(0);
                inner.writeString(text.toString());
            });
        }
    }

    private static Object read(AvroReader in) {
        return switch (in.readBranch(2)) {
            case 0 -> in.readInt();
            default ->
                in.readOptionalUnion(inner -> {
                            assertThat(inner.readBranch(1)).isZero();
                            return inner.readString();
                        })
                        .orElse("");
        };
    }

    @Test
    void branchIsTheTypesPlace() {
        assertThat(ours(out -> write(out, 7))).containsExactly(0, 14);
        assertThat(ours(out -> write(out, "a"))).containsExactly(2, 2, 2, 'a');
        assertThat(ours(out -> write(out, ""))).containsExactly(2, 0);
        assertThat(read(AvroBytes.read(new byte[] {2, 2, 2, 'a'}))).isEqualTo("a");
    }

    @Test
    void nullIsTheFirstBranchOfAFlatUnion() {
        assertThat(ours(out -> out.writeNullableUnion(null, AvroUnionsTest::write)))
                .containsExactly(0);
        assertThat(ours(out -> out.writeNullableUnion(7, AvroUnionsTest::write)))
                .containsExactly(2, 14);
        assertThat(ours(out -> out.writeOptionalUnion(Optional.of("a"), AvroUnionsTest::write)))
                .containsExactly(4, 2, 2, 'a');
    }

    @Test
    void flatUnionIsReadAsItWasWritten() {
        assertThat(nullable(0)).isNull();
        assertThat(nullable(2, 14)).isEqualTo(7);
        assertThat(nullable(4, 2, 2, 'a')).isEqualTo("a");
        assertThat(nullable(4, 0)).isEqualTo("");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 2, 3, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void branchThatIsNoneIsMalformed(int branch) {
        byte[] bytes = ours(out -> out.writeInt(branch));

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(AvroBytes.read(bytes)))
                .withMessageContaining("type " + branch + " of a union of 2");
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 3, 4, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void branchThatIsNoneOfAFlatUnionIsMalformed(int branch) {
        byte[] bytes = ours(out -> out.writeInt(branch));

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> AvroBytes.read(bytes).readNullableUnion(AvroUnionsTest::read));
    }

    private static @Nullable Object nullable(int... bytes) {
        byte[] all = new byte[bytes.length];
        for (int i = 0; i < bytes.length; i++) {
            all[i] = (byte) bytes[i];
        }
        return AvroBytes.read(all).<Object>readNullableUnion(AvroUnionsTest::read);
    }
}
