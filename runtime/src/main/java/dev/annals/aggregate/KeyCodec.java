package dev.annals.aggregate;

import dev.annals.avro.Utf8;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.util.UUID;
import java.util.function.Function;

/**
 * A key as the bytes of a Kafka record and as the text of a URL.
 *
 * <p>The bytes are those of Kafka's own serializers: UTF-8 for a string, a UUID and the name of an enum constant; big endian
 * for an {@code int} (4 bytes) and a {@code long} (8 bytes). Safe for use by several threads.
 *
 * @param <K> the type of the keys
 */
public final class KeyCodec<K> {

    /** Any string that is not empty. */
    public static final KeyCodec<String> STRING =
            text("string that is not empty", KeyCodec::notEmpty, Function.identity());

    /** In its canonical form of 36 characters. */
    public static final KeyCodec<UUID> UUID = text("UUID", KeyCodec::canonicalUuid, java.util.UUID::toString);

    /** Big endian, 4 bytes. */
    public static final KeyCodec<Integer> INT = new KeyCodec<>(
            "int",
            true,
            key -> ByteBuffer.allocate(Integer.BYTES).putInt(key).array(),
            bytes -> ofLength(bytes, Integer.BYTES).getInt(),
            String::valueOf,
            Integer::valueOf);

    /** Big endian, 8 bytes. */
    public static final KeyCodec<Long> LONG = new KeyCodec<>(
            "long",
            true,
            key -> ByteBuffer.allocate(Long.BYTES).putLong(key).array(),
            bytes -> ofLength(bytes, Long.BYTES).getLong(),
            String::valueOf,
            Long::valueOf);

    private final String description;
    private final boolean number;
    private final Function<K, byte[]> encode;
    private final Function<byte[], K> decode;
    private final Function<K, String> format;
    private final Function<String, K> parse;

    private KeyCodec(
            String description,
            boolean number,
            Function<K, byte[]> encode,
            Function<byte[], K> decode,
            Function<K, String> format,
            Function<String, K> parse) {
        this.description = description;
        this.number = number;
        this.encode = encode;
        this.decode = decode;
        this.format = format;
        this.parse = parse;
    }

    /** The name of a constant. */
    public static <T extends Enum<T>> KeyCodec<T> ofEnum(Class<T> type) {
        return text(type.getSimpleName(), name -> Enum.valueOf(type, name), Enum::name);
    }

    /** A record of one component, as that component. */
    public <R> KeyCodec<R> mapped(Function<K, R> wrap, Function<R, K> unwrap) {
        return new KeyCodec<>(
                description,
                number,
                unwrap.andThen(encode),
                decode.andThen(wrap),
                unwrap.andThen(format),
                parse.andThen(wrap));
    }

    /**
     * The key's bytes.
     *
     * @throws IllegalArgumentException when it is empty, or a text that UTF-8 has no bytes for
     */
    public byte[] toBytes(K key) {
        return encode.apply(key);
    }

    /**
     * The key that these bytes are of.
     *
     * @throws IllegalArgumentException when they are not those of a key
     */
    public K fromBytes(byte[] bytes) {
        return decode.apply(bytes);
    }

    public String toText(K key) {
        return format.apply(key);
    }

    /**
     * The key that this text is of.
     *
     * @throws IllegalArgumentException when it is not that of a key
     */
    public K fromText(String text) {
        return parse.apply(text);
    }

    /** What kind of key it is, for messages: {@code UUID}. */
    public String description() {
        return description;
    }

    /** Whether a key's text is a number. */
    public boolean isNumber() {
        return number;
    }

    private static <K> KeyCodec<K> text(String description, Function<String, K> parse, Function<K, String> format) {
        return new KeyCodec<>(
                description,
                false,
                key -> Utf8.encode(notEmpty(format.apply(key))),
                bytes -> parse.apply(utf8(bytes)),
                format,
                parse);
    }

    private static String notEmpty(String text) {
        if (text.isEmpty()) {
            throw new IllegalArgumentException("A key must not be empty");
        }
        return text;
    }

    private static UUID canonicalUuid(String text) {
        UUID uuid = java.util.UUID.fromString(text);
        // fromString also takes shortened forms; a second spelling would be a second entity.
        if (!uuid.toString().equalsIgnoreCase(text)) {
            throw new IllegalArgumentException("Not a UUID of 36 characters: " + text);
        }
        return uuid;
    }

    private static String utf8(byte[] bytes) {
        try {
            return Utf8.decode(bytes, 0, bytes.length);
        } catch (CharacterCodingException e) {
            throw new IllegalArgumentException("The key is not UTF-8", e);
        }
    }

    private static ByteBuffer ofLength(byte[] bytes, int length) {
        if (bytes.length != length) {
            throw new IllegalArgumentException("A key of " + bytes.length + " bytes where " + length + " are expected");
        }
        return ByteBuffer.wrap(bytes);
    }
}
