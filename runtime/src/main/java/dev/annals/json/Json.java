package dev.annals.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.annals.json.InvalidJsonException.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Reads and writes whole JSON documents. Safe for use by several threads. */
public final class Json {

    private static final int DEEPEST_NESTING = 100;

    private static final JsonMapper MAPPER = JsonMapper.builder(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxNestingDepth(DEEPEST_NESTING)
                            .build())
                    .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private Json() {}

    /** Writes one document. */
    @FunctionalInterface
    public interface DocumentWriter {
        void write(JsonGenerator out) throws IOException;
    }

    /** Writes a value of any type; what a generated method reference does for a nested one. */
    @FunctionalInterface
    public interface ValueWriter<T> {
        void write(JsonGenerator out, T value) throws IOException;
    }

    /**
     * The value that a document holds.
     *
     * @throws InvalidJsonException when it is not JSON
     */
    public static JsonValue parse(byte[] document) {
        return parse(document, false);
    }

    /**
     * The value that a document holds, whose objects may have more fields than are asked for: of one that newer code may have written.
     *
     * @throws InvalidJsonException when it is not JSON
     */
    public static JsonValue parseLeniently(byte[] document) {
        return parse(document, true);
    }

    private static JsonValue parse(byte[] document, boolean lenient) {
        requireUtf8(document);
        try {
            JsonNode node = MAPPER.readTree(document);
            if (node == null || node.isMissingNode()) {
                throw new InvalidJsonException(Fault.NOT_JSON, null, "The body is empty");
            }
            return new JsonValue(node, "", lenient);
        } catch (JsonProcessingException e) {
            throw new InvalidJsonException(Fault.NOT_JSON, null, "The body is not JSON: " + describe(e));
        } catch (IOException e) {
            throw new InvalidJsonException(Fault.NOT_JSON, null, "The body is not JSON: " + e.getMessage());
        } catch (NumberFormatException e) {
            throw new InvalidJsonException(
                    Fault.NOT_JSON,
                    null,
                    "The body is not JSON that can be read: the exponent of a number is too large");
        }
    }

    /** A document as UTF-8. */
    public static byte[] write(DocumentWriter document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = MAPPER.createGenerator(bytes)) {
            document.write(out);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed", e);
        }
        return bytes.toByteArray();
    }

    /** The parser itself also takes UTF-16 and UTF-32; both begin with a zero byte among the first four, or with FE or FF. */
    private static void requireUtf8(byte[] document) {
        for (int i = 0; i < Math.min(4, document.length); i++) {
            if (document[i] == 0 || document[i] == (byte) 0xFE || document[i] == (byte) 0xFF) {
                throw new InvalidJsonException(Fault.NOT_JSON, null, "The body is not JSON: it is not in UTF-8");
            }
        }
    }

    private static String describe(JsonProcessingException e) {
        return e.getLocation() == null
                ? e.getOriginalMessage()
                : "%s (line %d, column %d)"
                        .formatted(
                                e.getOriginalMessage(),
                                e.getLocation().getLineNr(),
                                e.getLocation().getColumnNr());
    }
}
