package dev.annals.evolution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.avro.MalformedDataException;
import java.io.EOFException;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.apache.avro.AvroTypeException;
import org.apache.avro.Schema;
import org.apache.avro.util.RandomData;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds plans against Avro's own resolution, with schemas that are made up and changed, and values of them. */
class AvrosResolutionTest {

    private static final int PAIRS = 1_500;
    private static final int VALUES = 8;

    private int read;
    private int refused;
    private int planned;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bothReadTheSame(long seed) throws IOException {
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            RandomSchemas schemas = new RandomSchemas(random);
            Schema writer = schemas.message();
            compare(writer, schemas.changed(writer), random.nextLong());
        }

        // What was made up is of all kinds.
        assertThat(read).isGreaterThan(PAIRS * VALUES / 2);
        assertThat(refused).isGreaterThan(PAIRS / 10);
        assertThat(planned).isGreaterThan(PAIRS / 2);
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5})
    void damagedBytesAreReadOrMalformed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < PAIRS; i++) {
            RandomSchemas schemas = new RandomSchemas(random);
            Schema writer = schemas.message();
            Schema reader = schemas.changed(writer);
            Resolution resolution = Resolution.of(writer, reader);
            if (resolution.isReadable()) {
                Object value =
                        new RandomData(writer, 1, random.nextLong()).iterator().next();
                damage(Generic.encode(writer, value), resolution, reader, random);
            }
        }
    }

    private void compare(Schema writer, Schema reader, long seed) throws IOException {
        Resolution resolution = Resolution.of(writer, reader);
        assertThat(resolution.isReadable())
                .as("%s -> %s: %s", writer, reader, resolution.incompatibilities())
                .isTrue();
        planned += resolution.plan() == null ? 0 : 1;
        for (Object value : new RandomData(writer, VALUES, seed)) {
            byte[] bytes = Generic.encode(writer, value);
            Object ours = readByPlan(bytes, resolution, reader);
            Object theirs;
            try {
                theirs = readByAvro(bytes, writer, reader);
            } catch (EOFException e) {
                // Avro 1.12.2 counts the bytes of items with the reader's schema, whose double is larger than an int.
                assertThat(e).hasMessageStartingWith("Collection claims");
                continue;
            }
            assertThat(ours).as("%s -> %s: %s", writer, reader, value).isEqualTo(theirs);
            read += ours == null ? 0 : 1;
            refused += ours == null ? 1 : 0;
        }
    }

    private static @Nullable Object readByAvro(byte[] bytes, Schema writer, Schema reader) throws IOException {
        try {
            return Generic.readByAvro(bytes, writer, reader);
        } catch (AvroTypeException e) {
            return null;
        }
    }

    private static @Nullable Object readByPlan(byte[] bytes, Resolution resolution, Schema reader) {
        try {
            return Generic.readMessage(bytes, resolution.plan(), reader);
        } catch (MalformedDataException e) {
            return null;
        }
    }

    private static void damage(byte[] bytes, Resolution resolution, Schema reader, Random random) {
        for (int length = 0; length < Math.min(bytes.length, 60); length++) {
            byte[] cut = Arrays.copyOf(bytes, length);
            assertThat(readByPlan(cut, resolution, reader)).as("cut").isNull();
        }
        byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
        assertThat(readByPlan(longer, resolution, reader)).as("longer").isNull();
        for (int i = 0; i < 20 && bytes.length > 0; i++) {
            byte[] changed = bytes.clone();
            changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            readByPlan(changed, resolution, reader);
        }
    }
}
