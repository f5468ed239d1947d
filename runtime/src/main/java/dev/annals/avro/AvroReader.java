package dev.annals.avro;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads values in <a href="https://avro.apache.org/docs/1.12.0/specification/#binary-encoding">Avro's binary encoding</a>
 * from an array. Used by one thread.
 *
 * <p>Whatever the bytes hold, a call ends in a value or a {@link MalformedDataException}: every length is held against the
 * bytes that remain before anything is allocated, collections grow with what is read, and nesting is bounded.
 */
public final class AvroReader {

    /** How deep values of a type that holds itself may be nested, in reading and in writing. */
    public static final int DEEPEST_NESTING = 200;

    private static final int LONGEST_VARINT = 10;
    private static final long MICROS_OF_A_SECOND = 1_000_000;

    /** A count is a claim until its items have been read; more room than this is made as they come. */
    private static final int MOST_ITEMS_EXPECTED = 64;

    /** A record without fields takes no bytes, and a few bytes can ask for billions of them. */
    private static final int MOST_ITEMS_WITHOUT_BYTES = 100_000;

    private static final int LONGEST_ZONE_SHOWN = 100;

    private final byte[] buffer;
    private final @Nullable FieldPlan plan;
    private int position;
    private int depth;
    private int itemsWithoutBytes;
    private int @Nullable [] places;

    /** The branch that was read of a union with null, for the reader of the union's types; 0 where there is none. */
    private int nullableBranch;

    /** A reader that stands on the byte at this place. */
    public AvroReader(byte[] buffer, int position) {
        this(buffer, position, null);
    }

    /** A reader of a message that was written with another schema than its reader has. */
    public AvroReader(byte[] buffer, int position, @Nullable FieldPlan plan) {
        this.buffer = buffer;
        this.position = position;
        this.plan = plan;
    }

    /** Reads a value of any type; what a generated method reference does for a nested one. */
    @FunctionalInterface
    public interface ValueReader<T> {
        T read(AvroReader in);
    }

    /** Where to read the next component of a message from; asked for each of them, in the order of the reader's schema. */
    public AvroReader field(int place) {
        return plan == null ? this : plan.field(this, place);
    }

    /**
     * Ends a message.
     *
     * @throws MalformedDataException when bytes remain
     */
    public <T> T end(T message) {
        if (plan != null) {
            plan.end(this);
        }
        if (position != buffer.length) {
            throw malformed((buffer.length - position) + " bytes after the end of the message");
        }
        return message;
    }

    public boolean readBoolean() {
        byte value = readByte();
        if (value != 0 && value != 1) {
            throw malformed("a boolean of " + value);
        }
        return value == 1;
    }

    public int readInt() {
        long value = readLong();
        if (value != (int) value) {
            throw malformed("an int of " + value);
        }
        return (int) value;
    }

    public long readLong() {
        if (position < buffer.length && buffer[position] >= 0) {
            long bits = buffer[position++];
            return (bits >>> 1) ^ -(bits & 1);
        }
        return readLongOfSeveralBytes();
    }

    private long readLongOfSeveralBytes() {
        long bits = 0;
        for (int shift = 0; shift < Long.SIZE; shift += 7) {
            byte next = readByte();
            if (shift == 63 && (next & 0xFE) != 0) {
                break;
            }
            bits |= (next & 0x7FL) << shift;
            if (next >= 0) {
                return (bits >>> 1) ^ -(bits & 1);
            }
        }
        throw malformed("a variable-length number of more than 64 bits");
    }

    public short readShort() {
        int value = readInt();
        if (value != (short) value) {
            throw malformed("a short of " + value);
        }
        return (short) value;
    }

    /** A Java byte, which Avro has no type for, from an int. */
    public byte readByteFromInt() {
        int value = readInt();
        if (value != (byte) value) {
            throw malformed("a byte of " + value);
        }
        return (byte) value;
    }

    public float readFloat() {
        return Float.intBitsToFloat((int) readLittleEndian(Float.BYTES));
    }

    public double readDouble() {
        return Double.longBitsToDouble(readLittleEndian(Double.BYTES));
    }

    public byte[] readBytes() {
        int start = advance(readLength());
        byte[] value = new byte[position - start];
        System.arraycopy(buffer, start, value, 0, value.length);
        return value;
    }

    public String readString() {
        int start = advance(readLength());
        try {
            return Utf8.decode(buffer, start, position - start);
        } catch (CharacterCodingException e) {
            throw new MalformedDataException("A string at byte " + start + " is not UTF-8", e);
        }
    }

    /** The constant at the place that was written. */
    public <T extends Enum<T>> T readEnum(T[] constants) {
        int ordinal = readInt();
        if (ordinal < 0 || ordinal >= constants.length) {
            throw malformed("symbol " + ordinal + " of an enum of " + constants.length);
        }
        return constants[ordinal];
    }

    /** See {@link AvroWriter#writeUuid}; digits may be capitals. */
    public UUID readUuid() {
        int length = readLength();
        int start = advance(length);
        UUID value = length == UuidText.LENGTH ? UuidText.read(buffer, start) : null;
        if (value == null) {
            throw malformed("no UUID, but \""
                    + new String(buffer, start, Math.min(length, UuidText.LENGTH), StandardCharsets.UTF_8)
                    + "\", in " + length + " bytes");
        }
        return value;
    }

    /** See {@link AvroWriter#writeBigDecimal}. */
    public BigDecimal readBigDecimal() {
        int length = readLength();
        int end = position + length;
        int unscaledLength = readLength();
        int start = advance(unscaledLength);
        int scale = readInt();
        if (position != end || unscaledLength == 0) {
            throw malformed("a big-decimal whose parts do not fill its length");
        }
        if (Math.abs((long) scale) > AvroWriter.LARGEST_SCALE) {
            throw malformed("a big-decimal of scale " + scale);
        }
        return decimal(start, unscaledLength, scale);
    }

    private BigDecimal decimal(int start, int length, int scale) {
        return length <= Long.BYTES
                ? BigDecimal.valueOf(TwosComplement.read(buffer, start, length), scale)
                : new BigDecimal(new BigInteger(buffer, start, length), scale);
    }

    public Instant readInstant() {
        long micros = readLong();
        return Instant.ofEpochSecond(
                Math.floorDiv(micros, MICROS_OF_A_SECOND), Math.floorMod(micros, MICROS_OF_A_SECOND) * 1_000);
    }

    public LocalDate readLocalDate() {
        return LocalDate.ofEpochDay(readInt());
    }

    public LocalTime readLocalTime() {
        long micros = readLong();
        try {
            return LocalTime.ofNanoOfDay(Math.multiplyExact(micros, 1_000L));
        } catch (DateTimeException | ArithmeticException e) {
            throw new MalformedDataException("Not a time of day in microseconds: " + micros, e);
        }
    }

    public LocalDateTime readLocalDateTime() {
        return LocalDateTime.ofInstant(readInstant(), ZoneOffset.UTC);
    }

    public <T> @Nullable T readNullable(ValueReader<? extends T> reader) {
        int branch = readInt();
        return switch (branch) {
            case 0 -> null;
            case 1 -> reader.read(this);
            default -> throw malformed("branch " + branch + " of a union of 2");
        };
    }

    public <T> Optional<T> readOptional(ValueReader<? extends T> reader) {
        T value = this.<T>readNullable(reader);
        return Optional.ofNullable(value);
    }

    public <T> List<T> readList(ValueReader<? extends T> reader) {
        long count = readBlockCount();
        if (count == 0) {
            return Collections.emptyList();
        }
        List<T> values = new ArrayList<>((int) Math.min(count, MOST_ITEMS_EXPECTED));
        for (; count > 0; count = readBlockCount()) {
            for (long left = count; left > 0; left--) {
                int start = position;
                values.add(reader.read(this));
                passItem(start);
            }
        }
        return Collections.unmodifiableList(values);
    }

    /** An array without repeats, in the order in which it was written. */
    public <T> Set<T> readSet(ValueReader<? extends T> reader) {
        Set<T> values = new LinkedHashSet<>();
        for (long count = readBlockCount(); count > 0; count = readBlockCount()) {
            for (long left = count; left > 0; left--) {
                int start = position;
                if (!values.add(reader.read(this))) {
                    throw malformed("an item that the set has already");
                }
                passItem(start);
            }
        }
        return Collections.unmodifiableSet(values);
    }

    /** Entries by their keys, none of which is repeated, in the order in which they were written. */
    public <T> Map<String, T> readMap(ValueReader<? extends T> reader) {
        return this.<String, T>readEntries(AvroReader::readString, reader);
    }

    /** Reads a value of a type that may hold itself, and counts how deep. */
    public <T> T readNested(ValueReader<T> reader) {
        if (++depth > DEEPEST_NESTING) {
            throw malformed("values nested more than " + DEEPEST_NESTING + " deep");
        }
        T value = reader.read(this);
        depth--;
        return value;
    }

    /** The number of items in the next block; a negative one is followed by the block's size, which is not needed here. */
    public long readBlockCount() {
        long count = readLong();
        if (count == Long.MIN_VALUE) {
            throw malformed("a block of " + count + " items");
        }
        if (count < 0) {
            readLong();
        }
        return Math.abs(count);
    }

    // What plans do with a message that was written with another schema.

    /** The place of the next byte. */
    public int position() {
        return position;
    }

    /** The number of all bytes, read or not. */
    public int length() {
        return buffer.length;
    }

    /** Goes to a place where this reader has been. */
    public void moveTo(int place) {
        position = Objects.checkIndex(place, buffer.length + 1);
    }

    /** Copies what has been read from this place on. */
    public void copyFrom(int start, byte[] target, int targetStart) {
        System.arraycopy(buffer, start, target, targetStart, position - start);
    }

    /** Passes over a number of 64 bits at the most, which no value is made of. */
    public void skipVarint() {
        for (int length = 1; readByte() < 0; length++) {
            if (length == LONGEST_VARINT) {
                throw malformed("a variable-length number of more than 64 bits");
            }
        }
    }

    /** Passes over a length and as many bytes. */
    public void skipBytes() {
        advance(readLength());
    }

    /** Passes over so many bytes. */
    public void skip(int count) {
        if (count > buffer.length - position) {
            throw malformed("only " + (buffer.length - position) + " of " + count + " bytes");
        }
        position += count;
    }

    /** Counts an item of a collection, which began at this place, among those that take no bytes, if it does not. */
    public void passItem(int start) {
        if (position == start && ++itemsWithoutBytes > MOST_ITEMS_WITHOUT_BYTES) {
            throw malformed("more than " + MOST_ITEMS_WITHOUT_BYTES + " items that take no bytes");
        }
    }

    /** Where a plan remembers the places of fields; kept with the message, at this size from the first call on. */
    public int[] places(int count) {
        if (places == null) {
            places = new int[count];
        }
        return places;
    }

    private int readLength() {
        long length = readLong();
        if (length < 0 || length > buffer.length - position) {
            throw malformed("a length of " + length + " where " + (buffer.length - position) + " bytes remain");
        }
        return (int) length;
    }

    private int advance(int count) {
        int start = position;
        position += count;
        return start;
    }

    private long readLittleEndian(int count) {
        if (buffer.length - position < count) {
            throw malformed("only " + (buffer.length - position) + " of " + count + " bytes");
        }
        long bits = 0;
        for (int i = 0; i < count; i++) {
            bits |= (buffer[position++] & 0xFFL) << (i * Byte.SIZE);
        }
        return bits;
    }

    private byte readByte() {
        if (position >= buffer.length) {
            throw malformed("the end of the bytes");
        }
        return buffer[position++];
    }

    private MalformedDataException malformed(String found) {
        return new MalformedDataException("At byte " + position + " of " + buffer.length + ": " + found);
    }

    /** See {@link AvroWriter#writeBigInteger}. */
    public BigInteger readBigInteger() {
        byte[] value = readBytes();
        if (value.length == 0) {
            throw malformed("a number of no bytes");
        }
        return new BigInteger(value);
    }

    /** See {@link AvroWriter#writeDecimal(BigDecimal, int, int)}. */
    public BigDecimal readDecimal(int precision, int scale) {
        int length = readLength();
        int start = advance(length);
        if (length == 0) {
            throw malformed("a number of no bytes");
        }
        // A digit takes up less than four bits: what is longer is refused before it is counted out.
        BigDecimal value = decimal(start, length, scale);
        if ((length > Long.BYTES && value.unscaledValue().bitLength() > 4L * precision)
                || value.precision() > precision) {
            throw malformed("a decimal of more than " + precision + " digits");
        }
        return value;
    }

    /** See {@link AvroWriter#writeDecimal(BigInteger, int)}. */
    public BigInteger readDecimal(int precision) {
        return readDecimal(precision, 0).unscaledValue();
    }

    public Duration readDuration() {
        return Duration.ofNanos(readLong());
    }

    /** See {@link AvroWriter#writeOffsetDateTime}. */
    public OffsetDateTime readOffsetDateTime() {
        Instant instant = readInstant();
        int offset = readInt();
        try {
            return OffsetDateTime.ofInstant(instant, ZoneOffset.ofTotalSeconds(offset));
        } catch (DateTimeException e) {
            throw new MalformedDataException("Not the seconds of an offset from UTC: " + offset, e);
        }
    }

    /** See {@link AvroWriter#writeZonedDateTime}. */
    public ZonedDateTime readZonedDateTime() {
        Instant instant = readInstant();
        String zone = readString();
        try {
            return ZonedDateTime.ofInstant(instant, ZoneId.of(zone));
        } catch (DateTimeException e) {
            throw new MalformedDataException(
                    "Not the id of a time zone that is known here: "
                            + zone.substring(0, Math.min(zone.length(), LONGEST_ZONE_SHOWN)),
                    e);
        }
    }

    /** An array of entries, none with the key of another, in the order in which they were written. */
    public <K, V> Map<K, V> readEntries(ValueReader<? extends K> keyReader, ValueReader<? extends V> reader) {
        Map<K, V> values = new LinkedHashMap<>();
        for (long count = readBlockCount(); count > 0; count = readBlockCount()) {
            for (long left = count; left > 0; left--) {
                int start = position;
                K key = keyReader.read(this);
                if (values.containsKey(key)) {
                    throw malformed("a key that the map has already");
                }
                values.put(key, reader.read(this));
                passItem(start);
            }
        }
        return Collections.unmodifiableMap(values);
    }

    /**
     * The place in its union of the type whose value follows; see {@link AvroWriter#writeBranch}.
     *
     * @param count of the types
     */
    public int readBranch(int count) {
        int branch = nullableBranch > 0 ? nullableBranch - 1 : readInt();
        nullableBranch = 0;
        if (branch < 0 || branch >= count) {
            throw malformed("type " + branch + " of a union of " + count);
        }
        return branch;
    }

    /** See {@link AvroWriter#writeNullableUnion}. */
    public <T> @Nullable T readNullableUnion(ValueReader<? extends T> reader) {
        int branch = readInt();
        if (branch < 0) {
            throw malformed("branch " + branch + " of a union");
        }
        if (branch == 0) {
            return null;
        }
        nullableBranch = branch;
        return reader.read(this);
    }

    /** See {@link AvroWriter#writeOptionalUnion}. */
    public <T> Optional<T> readOptionalUnion(ValueReader<? extends T> reader) {
        T value = this.<T>readNullableUnion(reader);
        return Optional.ofNullable(value);
    }
}
