package dev.annals.avro;

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

    private UuidText() {}

    static void write(UUID value, byte[] into, int at) {
        long high = value.getMostSignificantBits();
        long low = value.getLeastSignificantBits();
        writeDigits(high >>> 32, 8, into, at);
        into[at + 8] = '-';
        writeDigits(high >>> 16, 4, into, at + 9);
        into[at + 13] = '-';
        writeDigits(high, 4, into, at + 14);
        into[at + 18] = '-';
        writeDigits(low >>> 48, 4, into, at + 19);
        into[at + 23] = '-';
        writeDigits(low, 12, into, at + 24);
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
        return new UUID(first << 32 | second << 16 | third, fourth << 48 | fifth);
    }

    private static void writeDigits(long bits, int count, byte[] into, int at) {
        long rest = bits;
        for (int i = at + count - 1; i >= at; i--) {
            into[i] = DIGITS[(int) rest & 0xF];
            rest >>>= 4;
        }
    }

    /** The number that these digits are, at most 12 of them; below zero where one is no digit. */
    private static long readDigits(byte[] from, int at, int count) {
        long bits = 0;
        long noDigits = 0;
        for (int i = at; i < at + count; i++) {
            int value = VALUES[from[i] & 0xFF];
            noDigits |= value;
            bits = bits << 4 | value;
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
