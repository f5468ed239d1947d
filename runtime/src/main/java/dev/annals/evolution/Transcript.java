package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.avro.MalformedDataException;

/** The bytes of a value as the reader's schema has them, which grow with what is read, up to a limit. Used by one thread. */
final class Transcript {

    private static final int LONGEST_VARINT = 10;

    /** Each item of a list can bring a default that is larger than itself. */
    private static final int MOST_BYTES_MORE = 4 << 20;

    /** The most that widening does: a number of one byte becomes a double. */
    private static final int MOST_BYTES_FOR_ONE = Double.BYTES;

    private final AvroWriter out = new AvroWriter(0);
    private final long limit;
    private int depth;

    /** What a message is rewritten into, in part. */
    Transcript(AvroReader in) {
        this.limit = MOST_BYTES_MORE + (long) MOST_BYTES_FOR_ONE * in.length();
    }

    /** Reads what was written. */
    AvroReader reader() {
        return new AvroReader(out.buffer(), 0);
    }

    /** Copies what has been read since the reader was at this place. */
    void copy(AvroReader in, int start) {
        requireRoom(in.position() - start);
        out.copy(in, start);
    }

    void writeEncoded(byte[] value) {
        requireRoom(value.length);
        out.writeEncoded(value);
    }

    void writeLong(long value) {
        requireRoom(LONGEST_VARINT);
        out.writeLong(value);
    }

    void writeFloat(float value) {
        requireRoom(Float.BYTES);
        out.writeFloat(value);
    }

    void writeDouble(double value) {
        requireRoom(Double.BYTES);
        out.writeDouble(value);
    }

    /** Goes one level down, into what may hold itself. */
    void enter() {
        Skipper.requireNotTooDeep(++depth);
    }

    void leave() {
        depth--;
    }

    private void requireRoom(int count) {
        if ((long) out.length() + count > limit) {
            throw new MalformedDataException(
                    "A value of another schema that takes more than " + limit + " bytes in the reader's");
        }
    }
}
