package dev.annals.avro;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Text as UTF-8 and back, where {@code String} itself would quietly replace what it cannot encode or decode. */
public final class Utf8 {

    private Utf8() {}

    /**
     * The text's bytes.
     *
     * @throws IllegalArgumentException when one half of a surrogate pair stands alone, which UTF-8 has no bytes for
     */
    public static byte[] encode(String text) {
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
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /**
     * The text that these bytes are of.
     *
     * @throws CharacterCodingException when they are not UTF-8
     */
    public static String decode(byte[] bytes, int offset, int length) throws CharacterCodingException {
        return StandardCharsets.UTF_8
                .newDecoder()
                .decode(ByteBuffer.wrap(bytes, offset, length))
                .toString();
    }
}
