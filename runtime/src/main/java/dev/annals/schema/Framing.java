package dev.annals.schema;

import dev.annals.avro.MalformedDataException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** What stands before the body of a message, and says which schema it was written with. */
public enum Framing {
    /**
     * Avro's <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">single-object
     * encoding</a>: {@code C3 01}, then the schema's CRC-64-AVRO fingerprint in 8 bytes, little endian.
     */
    SINGLE_OBJECT(10, "No Avro single-object header (C3 01 and 8 bytes of fingerprint)") {
        @Override
        boolean isMarked(byte[] message) {
            return message[0] == MARKER && message[1] == FORMAT_VERSION;
        }

        @Override
        long readId(byte[] message) {
            return (long) LONGS.get(message, 2);
        }

        @Override
        public byte[] header(long id) {
            return ByteBuffer.allocate(headerLength())
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .put(MARKER)
                    .put(FORMAT_VERSION)
                    .putLong(id)
                    .array();
        }
    },

    /** That of Confluent's serializers: a zero byte, then the id that a registry gave the schema in 4 bytes, big endian. */
    CONFLUENT(5, "No Confluent header (00 and 4 bytes of schema id)") {
        @Override
        boolean isMarked(byte[] message) {
            return message[0] == 0;
        }

        @Override
        long readId(byte[] message) {
            return (int) INTS.get(message, 1);
        }

        @Override
        public byte[] header(long id) {
            return ByteBuffer.allocate(headerLength())
                    .put((byte) 0)
                    .putInt((int) id)
                    .array();
        }
    };

    // Not by a ByteBuffer, which would be made for each message that is read.
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private static final byte MARKER = (byte) 0xC3;
    private static final byte FORMAT_VERSION = 0x01;

    private final int headerLength;
    private final String missing;

    Framing(int headerLength, String missing) {
        this.headerLength = headerLength;
        this.missing = missing;
    }

    /** The length of the header in bytes. */
    public int headerLength() {
        return headerLength;
    }

    /** The header of a message that is written with the schema of this id. */
    public abstract byte[] header(long id);

    /**
     * The id of the schema that a message was written with.
     *
     * @throws MalformedDataException when the bytes do not start with a header
     */
    public long id(byte[] message) {
        if (message.length < headerLength || !isMarked(message)) {
            throw new MalformedDataException(missing + " at the start of " + message.length + " bytes");
        }
        return readId(message);
    }

    abstract boolean isMarked(byte[] message);

    abstract long readId(byte[] message);
}
