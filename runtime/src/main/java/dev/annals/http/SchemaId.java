package dev.annals.http;

import dev.annals.schema.Framing;
import java.util.regex.Pattern;

/** A schema's id as it stands in a path. */
final class SchemaId {

    private static final Pattern DECIMAL = Pattern.compile("-?[0-9]{1,19}");
    private static final Pattern HEX = Pattern.compile("(?:0x)?([0-9a-fA-F]{16})");
    private static final int HEX_RADIX = 16;

    private SchemaId() {}

    /**
     * An id in decimal, with a sign, as Kaa's server takes it; or a fingerprint as 16 hex digits, which logs and messages
     * show. What may be both is decimal, unless it starts with {@code 0x}.
     *
     * @throws NumberFormatException when it is neither
     */
    static long parse(String text, Framing framing) {
        if (DECIMAL.matcher(text).matches()) {
            return framing == Framing.CONFLUENT ? Integer.parseInt(text) : Long.parseLong(text);
        }
        var hex = HEX.matcher(text);
        if (framing == Framing.SINGLE_OBJECT && hex.matches()) {
            return Long.parseUnsignedLong(hex.group(1), HEX_RADIX);
        }
        throw new NumberFormatException("Not an id: " + text);
    }

    /** What an id must be, for who sent another. */
    static String expected(Framing framing) {
        return framing == Framing.CONFLUENT
                ? "whole number"
                : "fingerprint: a signed decimal number, or 16 hex digits, perhaps after 0x";
    }
}
