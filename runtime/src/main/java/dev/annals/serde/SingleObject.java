package dev.annals.serde;

/**
 * The header of Avro's <a href="https://avro.apache.org/docs/1.12.0/specification/#single-object-encoding">single-object
 * encoding</a>: {@code C3 01}, then the schema's CRC-64-AVRO fingerprint in 8 bytes, little endian.
 */
public final class SingleObject {

    /** The length of the header in bytes. */
    public static final int HEADER_LENGTH = 10;

    private static final byte MARKER = (byte) 0xC3;
    private static final byte FORMAT_VERSION = 0x01;

    private SingleObject() {}

    /** Starts a message: a writer that holds the header for this fingerprint. */
    public static AvroWriter start(long fingerprint) {
        AvroWriter out = new AvroWriter();
        out.writeByte(MARKER);
        out.writeByte(FORMAT_VERSION);
        for (int shift = 0; shift < Long.SIZE; shift += Byte.SIZE) {
            out.writeByte((byte) (fingerprint >>> shift));
        }
        return out;
    }

    /**
     * The fingerprint of the schema that a message was written with.
     *
     * @throws MalformedDataException when the bytes do not start with the header
     */
    public static long fingerprint(byte[] message) {
        if (message.length < HEADER_LENGTH || message[0] != MARKER || message[1] != FORMAT_VERSION) {
            throw new MalformedDataException(
                    "No Avro single-object header (C3 01 and 8 bytes of fingerprint) at the start of " + message.length
                            + " bytes");
        }
        long fingerprint = 0;
        for (int i = HEADER_LENGTH - 1; i >= 2; i--) {
            fingerprint = (fingerprint << Byte.SIZE) | (message[i] & 0xFF);
        }
        return fingerprint;
    }

    /** A reader that stands on the first byte after the header. */
    public static AvroReader body(byte[] message) {
        return new AvroReader(message, HEADER_LENGTH);
    }

    /** What to throw for a message whose schema is not known to its reader. */
    public static MalformedDataException unknown(long fingerprint, String expected) {
        return new MalformedDataException(
                "The Avro schema with fingerprint %016x is not one of %s".formatted(fingerprint, expected));
    }
}
