package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.MalformedDataException;
import java.util.Arrays;

/** The bytes of a value as the reader's schema has them, which grow with what is read, up to a limit. Used by one thread. */
final class Transcript {

    private static final int INITIAL_CAPACITY = 128;
    private static final int LONGEST_VARINT = 10;

    /** Each item of a list can bring a default that is larger than itself. */
    private static final int MOST_BYTES_MORE = 4 << 20;

    /** The most that widening does: a number of one byte becomes a double. */
    private static final int MOST_BYTES_FOR_ONE = Double.BYTES;

    private final long limit;
    private byte[] buffer = new byte[INITIAL_CAPACITY];
    private int length;
    private int depth;

    /** What a message is rewritten into, in part. */
    Transcript(AvroReader in) {
        this.limit = MOST_BYTES_MORE + (long) MOST_BYTES_FOR_ONE * in.length();
    }

    /** Reads what was written. */
    AvroReader reader() {
        return new AvroReader(buffer, 0);
    }

    /** Copies what has been read since the reader was at this place. */
    void copy(AvroReader in, int start) {
        int count = in.position() - start;
        reserve(count);
        in.copyFrom(start, buffer, length);
        length += count;
    }

    void writeBytes(byte[] bytes) {
        reserve(bytes.length);
        System.arraycopy(bytes, 0, buffer, length, bytes.length);
        length += bytes.length;
    }

    void writeLong(long value) {
        reserve(LONGEST_VARINT);
        long rest = (value << 1) ^ (value >> (Long.SIZE - 1));
        while ((rest & ~0x7FL) != 0) {
            buffer[length++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        buffer[length++] = (byte) rest;
    }

    void writeFloat(float value) {
        writeLittleEndian(Float.floatToRawIntBits(value), Float.BYTES);
    }

    void writeDouble(double value) {
        writeLittleEndian(Double.doubleToRawLongBits(value), Double.BYTES);
    }

    /** Goes one level down, into what may hold itself. */
    void enter() {
        if (++depth > Skipper.DEEPEST) {
            throw new MalformedDataException("Values nested more than " + Skipper.DEEPEST + " deep");
        }
    }

    void leave() {
        depth--;
    }

    private void writeLittleEndian(long bits, int count) {
        reserve(count);
        for (int i = 0; i < count; i++) {
            buffer[length++] = (byte) (bits >>> (i * Byte.SIZE));
        }
    }

    private void reserve(int count) {
        long needed = (long) length + count;
        if (needed > limit) {
            throw new MalformedDataException(
                    "A value of another schema that takes more than " + limit + " bytes in the reader's");
        }
        if (needed > buffer.length) {
            buffer = Arrays.copyOf(buffer, (int) Math.min(limit, Math.max(needed, 2L * buffer.length)));
        }
    }
}
