package dev.annals.avro;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * Text as UTF-8 and back, where {@code String} itself would quietly replace what it cannot encode or decode. It does the
 * work, being the fastest at it, and the result shows whether anything may have been replaced.
 */
public final class Utf8 {

    /** What {@code String} decodes what is not UTF-8 to. */
    private static final char REPLACED = '\uFFFD';

    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long ONES = 0x0101010101010101L;
    private static final long HIGH_BITS = 0x8080808080808080L;

    private Utf8() {}

    /**
     * The text's bytes.
     *
     * @throws IllegalArgumentException when one half of a surrogate pair stands alone, which UTF-8 has no bytes for
     */
    public static byte[] encode(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        if (hasQuestionMark(bytes)) {
            checkSurrogates(text);
        }
        return bytes;
    }

    /**
     * The text that these bytes are of.
     *
     * @throws CharacterCodingException when they are not UTF-8
     */
    public static String decode(byte[] bytes, int offset, int length) throws CharacterCodingException {
        String text = new String(bytes, offset, length, StandardCharsets.UTF_8);
        return text.indexOf(REPLACED) < 0 ? text : decodeStrictly(bytes, offset, length);
    }

    private static String decodeStrictly(byte[] bytes, int offset, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, offset, length))
                .toString();
    }

    /** Whether there is one of what {@code String} encodes half a surrogate pair to; eight bytes at a time. */
    private static boolean hasQuestionMark(byte[] bytes) {
        int at = 0;
        for (; at <= bytes.length - Long.BYTES; at += Long.BYTES) {
            long zeroWhereFound = (long) LONGS.get(bytes, at) ^ (ONES * '?');
            if (((zeroWhereFound - ONES) & ~zeroWhereFound & HIGH_BITS) != 0) {
                return true;
            }
        }
        for (; at < bytes.length; at++) {
            if (bytes[at] == '?') {
                return true;
            }
        }
        return false;
    }

    private static void checkSurrogates(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isSurrogate(text.charAt(i))) {
                if (!Character.isSurrogatePair(text.charAt(i), i + 1 < text.length() ? text.charAt(i + 1) : 0)) {
                    throw new IllegalArgumentException(
                            "Character %d of a text is half of a surrogate pair, U+%04X, and no text by itself"
                                    .formatted(i, (int) text.charAt(i)));
                }
                i++;
            }
        }
    }
}
