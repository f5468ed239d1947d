package dev.annals.schema;

import dev.annals.avro.MalformedDataException;

/** What stands before the body of a message, and says which schema it was written with. */
public enum Framing {
    /**
     * Avro's <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">single-object
     * encoding</a>: {@code C3 01}, then the schema's CRC-64-AVRO fingerprint in 8 bytes, little endian.
     */
    SINGLE_OBJECT(2, Long.BYTES, "No Avro single-object header (C3 01 and 8 bytes of fingerprint)") {
        @Override
        boolean isMarked(byte[] message) {
            return message[0] == (byte) 0xC3 && message[1] == 0x01;
        }

        @Override
        long readId(byte[] message) {
            long id = 0;
            for (int i = headerLength() - 1; i >= markerLength(); i--) {
                id = (id << Byte.SIZE) | (message[i] & 0xFF);
            }
            return id;
        }

        @Override
        public byte[] header(long id) {
            byte[] header = new byte[headerLength()];
            header[0] = (byte) 0xC3;
            header[1] = 0x01;
            for (int i = markerLength(); i < headerLength(); i++) {
                header[i] = (byte) (id >>> ((i - markerLength()) * Byte.SIZE));
            }
            return header;
        }
    },

    /** That of Confluent's serializers: a zero byte, then the id that a registry gave the schema in 4 bytes, big endian. */
    CONFLUENT(1, Integer.BYTES, "No Confluent header (00 and 4 bytes of schema id)") {
        @Override
        boolean isMarked(byte[] message) {
            return message[0] == 0;
        }

        @Override
        long readId(byte[] message) {
            int id = 0;
            for (int i = markerLength(); i < headerLength(); i++) {
                id = (id << Byte.SIZE) | (message[i] & 0xFF);
            }
            return id;
        }

        @Override
        public byte[] header(long id) {
            byte[] header = new byte[headerLength()];
            for (int i = markerLength(); i < headerLength(); i++) {
                header[i] = (byte) (id >>> ((headerLength() - 1 - i) * Byte.SIZE));
            }
            return header;
        }
    };

    private final int markerLength;
    private final int headerLength;
    private final String missing;

    Framing(int markerLength, int idLength, String missing) {
        this.markerLength = markerLength;
        this.headerLength = markerLength + idLength;
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

    int markerLength() {
        return markerLength;
    }
}
