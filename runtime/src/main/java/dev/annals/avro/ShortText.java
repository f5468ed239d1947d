package dev.annals.avro;

/**
 * Writes short text, which most text is, character by character into an array: up to here that is faster than to have
 * {@code String} make an array of its own.
 */
final class ShortText {

    /** In characters. */
    static final int LONGEST = 40;

    /** The most that a short text takes, its length in front included. */
    static final int MOST_BYTES = 2 + 3 * LONGEST;

    /** The most bytes of a text whose length takes one byte. */
    private static final int LENGTH_IN_ONE_BYTE = 63;

    private ShortText() {}

    /**
     * Writes the length in bytes and the text as UTF-8.
     *
     * @return the place behind the text, or -1 where it has surrogates, which are left to {@link Utf8}
     */
    static int write(String text, byte[] into, int at) {
        int count = text.length();
        copyLowerBytes(text, into, at + 1);
        // Without a way out of it, the compiler makes more of this loop.
        int all = 0;
        for (int i = 0; i < count; i++) {
            all |= text.charAt(i);
        }
        if (all <= 0x7F) {
            return writeLength(count, into, at);
        }
        return all <= 0xFF ? widen(count, into, at) : writeOthers(text, into, at);
    }

    /** Makes UTF-8 of Latin-1 that stands there already: from the end, until all that takes two bytes has got them. */
    private static int widen(int count, byte[] into, int at) {
        int more = 0;
        for (int i = at + 1; i <= at + count; i++) {
            more -= into[i] >> 7;
        }
        int length = count + more;
        for (int from = at + count; more > 0; from--) {
            byte character = into[from];
            if (character < 0) {
                into[from + more] = (byte) (0x80 | (character & 0x3F));
                more--;
                into[from + more] = (byte) (0xC0 | ((character >> 6) & 3));
            } else {
                into[from + more] = character;
            }
        }
        return writeLength(length, into, at);
    }

    /** The one method that copies a text without an array between; all that it writes is right for ASCII. */
    @SuppressWarnings("deprecation")
    private static void copyLowerBytes(String text, byte[] into, int at) {
        text.getBytes(0, text.length(), into, at);
    }

    /** The same for a text that is not all ASCII. */
    private static int writeOthers(String text, byte[] into, int at) {
        int end = at + 1;
        for (int i = 0; i < text.length(); i++) {
            char character = text.charAt(i);
            if (character <= 0x7F) {
                into[end++] = (byte) character;
            } else if (character <= 0x7FF) {
                into[end++] = (byte) (0xC0 | (character >> 6));
                into[end++] = (byte) (0x80 | (character & 0x3F));
            } else if (Character.isSurrogate(character)) {
                return -1;
            } else {
                into[end++] = (byte) (0xE0 | (character >> 12));
                into[end++] = (byte) (0x80 | ((character >> 6) & 0x3F));
                into[end++] = (byte) (0x80 | (character & 0x3F));
            }
        }
        return writeLength(end - at - 1, into, at);
    }

    /** Writes the length in front of a text that stands one byte further. */
    private static int writeLength(int bytes, byte[] into, int at) {
        if (bytes <= LENGTH_IN_ONE_BYTE) {
            into[at] = (byte) (bytes << 1);
            return at + 1 + bytes;
        }
        System.arraycopy(into, at + 1, into, at + 2, bytes);
        into[at] = (byte) ((bytes << 1) | 0x80);
        into[at + 1] = (byte) (bytes >> 6);
        return at + 2 + bytes;
    }
}
