package dev.annals.processor.defaults;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.EnumSet;
import java.util.Set;

/** The text of a default as JSON, as strictly as the runtime reads it, but that strings may stand without quotes. */
final class JsonText {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
            .build();

    private static final Set<ScalarKind> NO_STRINGS = EnumSet.of(
            ScalarKind.BOOLEAN,
            ScalarKind.BYTE,
            ScalarKind.SHORT,
            ScalarKind.INT,
            ScalarKind.LONG,
            ScalarKind.FLOAT,
            ScalarKind.DOUBLE,
            ScalarKind.BIG_DECIMAL,
            ScalarKind.BIG_INTEGER);

    private JsonText() {}

    static JsonNode parse(String text, ValueType type, Values values) {
        boolean string = isString(type, values);
        if (string && !text.startsWith("\"")) {
            return TextNode.valueOf(text);
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException | NumberFormatException e) {
            if (string) {
                throw new InvalidDefaultException("a string with its quotes at both ends, or without them");
            }
            // Which is no value of any other type, as that will say.
            return TextNode.valueOf(text);
        }
    }

    private static boolean isString(ValueType type, Values values) {
        if (type instanceof ValueType.RecordValue value) {
            RecordType record = values.record(value.name());
            return values.isBare(record) && isString(record.components().get(0).type(), values);
        }
        return type instanceof ValueType.EnumValue
                || (type instanceof ValueType.Scalar scalar && !NO_STRINGS.contains(scalar.kind()));
    }
}
