package dev.annals.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A UUID as the 36 characters of RFC 9562, in and out of an array without a text between. */
final class UuidText {

    static final int LENGTH = 36;

    private static final byte[] DIGITS = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);
    private static final byte NO_DIGIT = -1;
    private static final byte[] VALUES = values();

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);

    private UuidText() {}

    static void write(UUID value, byte[] into, int at) {
        long high = value.getMostSignificantBits();
        long low = value.getLeastSignificantBits();
        long dashed = digits(high);
        LONGS.set(into, at, digits(high >>> 32));
        into[at + 8] = '-';
        INTS.set(into, at + 9, (int) (dashed >>> 32));
        into[at + 13] = '-';
        INTS.set(into, at + 14, (int) dashed);
        into[at + 18] = '-';
        dashed = digits(low >>> 32);
        INTS.set(into, at + 19, (int) (dashed >>> 32));
        into[at + 23] = '-';
        INTS.set(into, at + 24, (int) dashed);
        LONGS.set(into, at + 28, digits(low));
    }

    /** The eight digits of the lower 32 bits as text, in the eight bytes of a number: four bits become a byte. */
    private static long digits(long bits) {
        long spread = bits & 0xFFFFFFFFL;
        spread = (spread | (spread << 16)) & 0x0000FFFF0000FFFFL;
        spread = (spread | (spread << 8)) & 0x00FF00FF00FF00FFL;
        spread = (spread | (spread << 4)) & 0x0F0F0F0F0F0F0F0FL;
        // Six more than a digit from ten on carries into the upper half of its byte.
        long letters = ((spread + 0x0606060606060606L) >>> 4) & 0x0101010101010101L;
        return spread + ('0' * 0x0101010101010101L) + (letters * ('a' - '9' - 1));
    }

    /**
     * The UUID that the 36 bytes from this place are the text of, in capitals or not; null where they are not one's. Other
     * groups of digits than 8-4-4-4-12, which Java takes and then cuts, are none.
     */
    static @Nullable UUID read(byte[] from, int at) {
        if (from[at + 8] != '-' || from[at + 13] != '-' || from[at + 18] != '-' || from[at + 23] != '-') {
            return null;
        }
        long first = readDigits(from, at, 8);
        long second = readDigits(from, at + 9, 4);
        long third = readDigits(from, at + 14, 4);
        long fourth = readDigits(from, at + 19, 4);
        long fifth = readDigits(from, at + 24, 12);
        if ((first | second | third | fourth | fifth) < 0) {
            return null;
        }
        return new UUID((first << 32) | (second << 16) | third, (fourth << 48) | fifth);
    }

    /** The number that these digits are, at most 12 of them; below zero where one is no digit. */
    private static long readDigits(byte[] from, int at, int count) {
        long bits = 0;
        long noDigits = 0;
        for (int i = at; i < at + count; i++) {
            int value = VALUES[from[i] & 0xFF];
            noDigits |= value;
            bits = (bits << 4) | value;
        }
        return noDigits < 0 ? NO_DIGIT : bits;
    }

    private static byte[] values() {
        byte[] values = new byte[1 << Byte.SIZE];
        Arrays.fill(values, NO_DIGIT);
        for (byte digit = 0; digit < DIGITS.length; digit++) {
            values[DIGITS[digit]] = digit;
            values[Character.toUpperCase(DIGITS[digit])] = digit;
        }
        return values;
    }
}
