package dev.annals.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;

/** Whole numbers of up to 64 bits as {@code BigInteger} has them in bytes: the highest first, and as few as do. */
final class TwosComplement {

    /** How many bytes there must be room for where one is written. */
    static final int ROOM = Long.BYTES;

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private TwosComplement() {}

    /** How many bytes the number needs. */
    static int length(long value) {
        return (Long.SIZE - Long.numberOfLeadingZeros(value ^ (value >> (Long.SIZE - 1)))) / Byte.SIZE + 1;
    }

    /** Writes the number's bytes, and beyond them: there must be room for {@link #ROOM}. */
    static void write(long value, int length, byte[] into, int at) {
        LONGS.set(into, at, value << (Long.SIZE - length * Byte.SIZE));
    }

    /** The number in 1 to 8 bytes. */
    static long read(byte[] from, int at, int length) {
        long value = from[at];
        for (int i = at + 1; i < at + length; i++) {
            value = (value << Byte.SIZE) | (from[i] & 0xFF);
        }
        return value;
    }
}
