package dev.annals.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes values in <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Avro's binary
 * encoding</a> into an array that grows. Used by one thread.
 */
public final class AvroWriter {

    private static final int INITIAL_CAPACITY = 128;
    private static final int LONGEST_VARINT = 10;
    private static final byte[] NO_HEADER = {};

    /** The largest scale of a number, either way: a few bytes can ask for a sum of billions of digits. */
    static final int LARGEST_SCALE = 1_000;

    private static final long MICROS_OF_A_SECOND = 1_000_000;

    /** What so many digits are always fits into a {@code long}. */
    private static final int DIGITS_OF_LONG = 18;

    private byte[] buffer;
    private final int headerLength;
    private int length;
    private int depth;

    /** How many branches of a union stand before those of the types: the null of one that may be absent. */
    private int branchesBefore;

    AvroWriter() {
        this(0, new byte[INITIAL_CAPACITY]);
    }

    /** A writer that leaves room for a header, which is known when the message has been written. */
    public AvroWriter(int headerLength) {
        this(headerLength, new byte[INITIAL_CAPACITY]);
    }

    /**
     * The same in an array of the caller's.
     *
     * @param buffer to write in as long as it is large enough; what it holds does not matter
     */
    public AvroWriter(int headerLength, byte[] buffer) {
        this.headerLength = headerLength;
        this.length = headerLength;
        this.buffer = buffer.length < headerLength ? new byte[INITIAL_CAPACITY] : buffer;
    }

    /** Writes a value of any type; what a generated method reference does for a nested one. */
    @FunctionalInterface
    public interface ValueWriter<T> {
        void write(AvroWriter out, T value);
    }

    /** All that was written, behind this header, in an array of its own. */
    public byte[] toByteArray(byte[] header) {
        if (header.length != headerLength) {
            throw new IllegalArgumentException(
                    "A header of %d bytes in the room for one of %d".formatted(header.length, headerLength));
        }
        System.arraycopy(header, 0, buffer, 0, headerLength);
        return Arrays.copyOf(buffer, length);
    }

    /** How many bytes there are by now, those of the header among them. */
    public int length() {
        return length;
    }

    /** The array that is written in: the one given, or a larger one that took its place. */
    public byte[] buffer() {
        return buffer;
    }

    byte[] toByteArray() {
        return toByteArray(NO_HEADER);
    }

    public void writeByte(byte value) {
        reserve(1);
        buffer[length++] = value;
    }

    public void writeBoolean(boolean value) {
        writeByte((byte) (value ? 1 : 0));
    }

    public void writeInt(int value) {
        writeLong(value);
    }

    /** Zigzag, then seven bits a byte, the lowest first. */
    public void writeLong(long value) {
        reserve(LONGEST_VARINT);
        byte[] into = buffer;
        int at = length;
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~0x7FL) != 0) {
            into[at++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        into[at++] = (byte) rest;
        length = at;
    }

    public void writeFloat(float value) {
        writeLittleEndian(Float.floatToRawIntBits(value), Float.BYTES);
    }

    public void writeDouble(double value) {
        writeLittleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    public void writeBytes(byte[] value) {
        writeLong(value.length);
        writeEncoded(value);
    }

    public void writeString(String value) {
        if (value.length() <= ShortText.LONGEST) {
            reserve(ShortText.MOST_BYTES);
            int end = ShortText.write(value, buffer, length);
            if (end > 0) {
                length = end;
                return;
            }
        }
        writeBytes(Utf8.encode(value));
    }

    /** A symbol by its place in the schema, which is that in the Java enum. */
    @SuppressWarnings("EnumOrdinal") // The schema is made from the same enum.
    public void writeEnum(Enum<?> value) {
        writeInt(value.ordinal());
    }

    /** Logical type {@code uuid} on a string. */
    public void writeUuid(UUID value) {
        reserve(1 + UuidText.LENGTH);
        buffer[length] = UuidText.LENGTH << 1;
        UuidText.write(value, buffer, length + 1);
        length += 1 + UuidText.LENGTH;
    }

    /** Logical type {@code big-decimal}: bytes that hold the unscaled value as Avro bytes, then the scale as an int. */
    public void writeBigDecimal(BigDecimal value) {
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw new IllegalArgumentException(
                    "A number of scale " + value.scale() + ", where " + LARGEST_SCALE + " is the most either way");
        }
        if (value.precision() <= DIGITS_OF_LONG) {
            long unscaled = unscaled(value);
            int bytes = TwosComplement.length(unscaled);
            writeByte((byte) ((1 + bytes + varintLength(value.scale())) << 1));
            writeTwosComplement(unscaled, bytes);
        } else {
            byte[] unscaled = value.unscaledValue().toByteArray();
            writeLong(varintLength(unscaled.length) + unscaled.length + varintLength(value.scale()));
            writeBytes(unscaled);
        }
        writeInt(value.scale());
    }

    /** That of a number of at most 18 digits, without a {@code BigInteger} on the way. */
    private static long unscaled(BigDecimal value) {
        return value.scaleByPowerOfTen(value.scale()).longValue();
    }

    private void writeTwosComplement(long value, int bytes) {
        reserve(1 + TwosComplement.ROOM);
        buffer[length] = (byte) (bytes << 1);
        TwosComplement.write(value, bytes, buffer, length + 1);
        length += 1 + bytes;
    }

    /** How many bytes {@link #writeInt} takes. */
    private static int varintLength(int value) {
        int bits = Integer.SIZE - Integer.numberOfLeadingZeros((value << 1) ^ (value >> (Integer.SIZE - 1)));
        return Math.max(1, (bits + 6) / 7);
    }

    /** Logical type {@code timestamp-micros}; what is finer than a microsecond is cut off. */
    public void writeInstant(Instant value) {
        try {
            writeLong(micros(value));
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Too far from 1970 for microseconds in 64 bits: " + value, e);
        }
    }

    /** Logical type {@code date}. */
    public void writeLocalDate(LocalDate value) {
        long day = value.toEpochDay();
        if (day != (int) day) {
            throw new IllegalArgumentException("Too far from 1970 for days in 32 bits: " + value);
        }
        writeInt((int) day);
    }

    /** Logical type {@code time-micros}; what is finer than a microsecond is cut off. */
    public void writeLocalTime(LocalTime value) {
        writeLong(value.toNanoOfDay() / 1_000);
    }

    /** Logical type {@code local-timestamp-micros}; what is finer than a microsecond is cut off. */
    public void writeLocalDateTime(LocalDateTime value) {
        writeInstant(value.toInstant(ZoneOffset.UTC));
    }

    /** A union of null and the value's schema, in this order. */
    public <T> void writeNullable(@Nullable T value, ValueWriter<? super T> writer) {
        if (value == null) {
            writeInt(0);
        } else {
            writeInt(1);
            writer.write(this, value);
        }
    }

    /** A union of null and the value's schema, in this order. */
    public <T> void writeOptional(Optional<T> value, ValueWriter<? super T> writer) {
        writeNullable(value.orElse(null), writer);
    }

    /** An array, as one block. */
    public <T> void writeList(Collection<T> values, ValueWriter<? super T> writer) {
        if (!values.isEmpty()) {
            writeLong(values.size());
            for (T value : values) {
                writer.write(this, value);
            }
        }
        writeLong(0);
    }

    /**
     * An array without repeats, as one block.
     *
     * @throws IllegalArgumentException when two items are written alike, as times that differ by nanoseconds: whoever reads
     *     the set would find an item twice
     */
    public <T> void writeSet(Collection<T> values, ValueWriter<? super T> writer) {
        Set<ByteBuffer> items = new HashSet<>();
        writeList(values, (out, value) -> {
            int start = length;
            writer.write(this, value);
            if (!items.add(written(start))) {
                throw new IllegalArgumentException("Another item of the set is written as " + value + " is");
            }
        });
    }

    /** A map, as one block. */
    public <T> void writeMap(Map<String, T> values, ValueWriter<? super T> writer) {
        if (!values.isEmpty()) {
            writeLong(values.size());
            for (Map.Entry<String, T> entry : values.entrySet()) {
                writeString(entry.getKey());
                writer.write(this, entry.getValue());
            }
        }
        writeLong(0);
    }

    private static long micros(Instant value) {
        // Before 1970 from the next second down, so that the product does not overflow where the sum would not.
        long seconds = value.getEpochSecond() < 0 ? value.getEpochSecond() + 1 : value.getEpochSecond();
        long rest = value.getNano() / 1_000 - (value.getEpochSecond() < 0 ? MICROS_OF_A_SECOND : 0);
        return Math.addExact(Math.multiplyExact(seconds, MICROS_OF_A_SECOND), rest);
    }

    /** Writes a value of a type that may hold itself; what could not be read again is not written. */
    public <T> void writeNested(T value, ValueWriter<? super T> writer) {
        if (++depth > AvroReader.DEEPEST_NESTING) {
            throw new IllegalArgumentException(
                    "Values nested more than " + AvroReader.DEEPEST_NESTING + " deep could not be read again");
        }
        writer.write(this, value);
        depth--;
    }

    private ByteBuffer written(int start) {
        return ByteBuffer.wrap(Arrays.copyOfRange(buffer, start, length));
    }

    private void writeLittleEndian(long bits, int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            buffer[length++] = (byte) (bits >>> (i * Byte.SIZE));
        }
    }

    /** A value that is encoded already. */
    public void writeEncoded(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, buffer, length, value.length);
        length += value.length;
    }

    /** What a reader has read since it was at this place, as it is. */
    public void copy(AvroReader in, int start) {
        int count = in.position() - start;
        reserve(count);
        in.copyFrom(start, buffer, length);
        length += count;
    }

    private void reserve(int count) {
        if (count > buffer.length - length) {
            grow(Math.addExact(length, count));
        }
    }

    private void grow(int needed) {
        buffer = Arrays.copyOf(buffer, Math.max(needed, buffer.length * 2));
    }

    /** Logical type {@code big-integer}: bytes in two's complement, the highest first. */
    public void writeBigInteger(BigInteger value) {
        writeBytes(value.toByteArray());
    }

    /**
     * Logical type {@code decimal}: the number without its point, with exactly {@code scale} digits behind it.
     *
     * @param precision the most digits that there may be, those behind the point among them
     * @throws IllegalArgumentException when the number has more digits than that, or more behind the point; none is ever
     *     rounded away
     */
    public void writeDecimal(BigDecimal value, int precision, int scale) {
        if (value.scale() > scale || !fits(value, precision, scale)) {
            throw new IllegalArgumentException(
                    "The number %s has more than the %d digits of a decimal here, or more than %d of them behind the point"
                            .formatted(shortened(value), precision, scale));
        }
        BigDecimal scaled = value.setScale(scale);
        if (scaled.precision() <= DIGITS_OF_LONG) {
            long unscaled = unscaled(scaled);
            writeTwosComplement(unscaled, TwosComplement.length(unscaled));
        } else {
            writeBytes(scaled.unscaledValue().toByteArray());
        }
    }

    /**
     * Logical type {@code decimal} of scale 0.
     *
     * @param precision the most digits that there may be
     * @throws IllegalArgumentException when the number has more
     */
    public void writeDecimal(BigInteger value, int precision) {
        writeDecimal(new BigDecimal(value), precision, 0);
    }

    /** Logical type {@code duration-nanos}: nanoseconds in 64 bits, some 292 years either way. */
    public void writeDuration(Duration value) {
        try {
            writeLong(value.toNanos());
        } catch (ArithmeticException e) {
            throw new IllegalArgumentException("Too long for nanoseconds in 64 bits: " + value, e);
        }
    }

    /** The record {@code dev.annals.OffsetDateTime}: an instant, as {@link #writeInstant} writes it, and seconds. */
    public void writeOffsetDateTime(OffsetDateTime value) {
        writeInstant(value.toInstant());
        writeInt(value.getOffset().getTotalSeconds());
    }

    /** The record {@code dev.annals.ZonedDateTime}: an instant, as {@link #writeInstant} writes it, and a zone's id. */
    public void writeZonedDateTime(ZonedDateTime value) {
        writeInstant(value.toInstant());
        writeString(value.getZone().getId());
    }

    /**
     * A map whose keys are no strings: an array of entries, as one block.
     *
     * @throws IllegalArgumentException when two keys are written alike, as of times that differ by nanoseconds: whoever
     *     reads the map could not tell them apart
     */
    public <K, V> void writeEntries(Map<K, V> values, ValueWriter<? super K> keyWriter, ValueWriter<? super V> writer) {
        Set<ByteBuffer> keys = new HashSet<>();
        if (!values.isEmpty()) {
            writeLong(values.size());
            values.forEach((key, value) -> {
                int start = length;
                keyWriter.write(this, key);
                if (!keys.add(written(start))) {
                    throw new IllegalArgumentException("Another key of the map is written as " + key + " is");
                }
                writer.write(this, value);
            });
        }
        writeLong(0);
    }

    /** The place in its union of the type whose value follows; types alone count, and not the null before them. */
    public void writeBranch(int place) {
        writeInt(place + branchesBefore);
        branchesBefore = 0;
    }

    /** A union of null and the types of a union, which {@code writer} begins with {@link #writeBranch}. */
    public <T> void writeNullableUnion(@Nullable T value, ValueWriter<? super T> writer) {
        if (value == null) {
            writeInt(0);
        } else {
            branchesBefore = 1;
            writer.write(this, value);
        }
    }

    /** A union of null and the types of a union, which {@code writer} begins with {@link #writeBranch}. */
    public <T> void writeOptionalUnion(Optional<T> value, ValueWriter<? super T> writer) {
        writeNullableUnion(value.orElse(null), writer);
    }

    /** Whether a number needs no more digits than there may be; asked before any is added, as there may be billions. */
    static boolean fits(BigDecimal value, int precision, int scale) {
        return value.signum() == 0 || (long) value.precision() - value.scale() + scale <= precision;
    }

    private static String shortened(BigDecimal value) {
        return value.precision() <= 100 ? value.toString() : "of " + value.precision() + " digits";
    }
}
