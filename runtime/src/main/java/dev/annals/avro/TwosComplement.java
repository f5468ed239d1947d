package dev.annals.avro;

/** Whole numbers of up to 64 bits as {@code BigInteger} has them in bytes: the highest first, and as few as do. */
final class TwosComplement {

    private TwosComplement() {}

    /** How many bytes the number needs. */
    static int length(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value ^ (value >> (Long.SIZE - 1)))) / Byte.SIZE + 1;
    }

    static void write(long value, int length, byte[] into, int at) {
        long rest = value;
        for (int i = at + length - 1; i >= at; i--) {
            into[i] = (byte) rest;
            rest >>= Byte.SIZE;
        }
    }

    /** The number in 1 to 8 bytes. */
    static long read(byte[] from, int at, int length) {
        long value = from[at];
        for (int i = at + 1; i < at + length; i++) {
            value = value << Byte.SIZE | (from[i] & 0xFF);
        }
        return value;
    }
}
