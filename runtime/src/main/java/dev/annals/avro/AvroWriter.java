package dev.annals.avro;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
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

    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private final int headerLength;
    private int length;
    private int depth;

    AvroWriter() {
        this(0);
    }

    /** A writer that leaves room for a header, which is known when the message has been written. */
    public AvroWriter(int headerLength) {
        this.headerLength = headerLength;
        this.length = headerLength;
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
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~0x7FL) != 0) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
    }

    public void writeFloat(float value) {
        writeLittleEndian(Float.floatToRawIntBits(value), Float.BYTES);
    }

    public void writeDouble(double value) {
        writeLittleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    public void writeBytes(byte[] value) {
        writeLong(value.length);
        append(value);
    }

    public void writeString(String value) {
        writeBytes(Utf8.encode(value));
    }

    /** A symbol by its place in the schema, which is that in the Java enum. */
    @SuppressWarnings("EnumOrdinal") // The schema is made from the same enum.
    public void writeEnum(Enum<?> value) {
        writeInt(value.ordinal());
    }

    /** Logical type {@code uuid} on a string. */
    public void writeUuid(UUID value) {
        writeString(value.toString());
    }

    /** Logical type {@code big-decimal}: bytes that hold the unscaled value as Avro bytes, then the scale as an int. */
    public void writeBigDecimal(BigDecimal value) {
        if (Math.abs((long) value.scale()) > LARGEST_SCALE) {
            throw new IllegalArgumentException(
                    "A number of scale " + value.scale() + ", where " + LARGEST_SCALE + " is the most either way");
        }
        AvroWriter decimal = new AvroWriter();
        decimal.writeBytes(value.unscaledValue().toByteArray());
        decimal.writeInt(value.scale());
        writeLong(decimal.length);
        append(decimal.buffer, decimal.length);
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

    /** A map, as one block. */
    public <T> void writeMap(Map<String, T> values, ValueWriter<? super T> writer) {
        if (!values.isEmpty()) {
            writeLong(values.size());
            values.forEach((key, value) -> {
                writeString(key);
                writer.write(this, value);
            });
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

    private void writeLittleEndian(long bits, int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            buffer[length++] = (byte) (bits >>> (i * Byte.SIZE));
        }
    }

    private void append(byte[] bytes) {
        append(bytes, bytes.length);
    }

    private void append(byte[] bytes, int count) {
        reserve(count);
        System.arraycopy(bytes, 0, buffer, length, count);
        length += count;
    }

    private void reserve(int count) {
        int needed = Math.addExact(length, count);
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, Math.max(needed, buffer.length * 2));
        }
    }
}
