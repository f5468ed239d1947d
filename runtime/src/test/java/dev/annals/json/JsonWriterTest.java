package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class JsonWriterTest {

    @Test
    void textsAreEscapedUtf8() {
        assertThat(written(out -> JsonWriter.writeText(out, "größe\"\n\u0000"))).isEqualTo("\"größe\\\"\\n\\u0000\"");
        assertThat(written(out -> JsonWriter.writeText(out, Instant.EPOCH))).isEqualTo("\"1970-01-01T00:00:00Z\"");
    }

    @Test
    void enumsAreTheirNames() {
        assertThat(written(out -> JsonWriter.writeEnum(out, DayOfWeek.MONDAY))).isEqualTo("\"MONDAY\"");
    }

    @Test
    void absentValuesAreNull() {
        assertThat(written(out -> JsonWriter.<String>writeNullable(out, null, JsonGenerator::writeString)))
                .isEqualTo("null");
        assertThat(written(out -> JsonWriter.writeNullable(out, "a", JsonGenerator::writeString)))
                .isEqualTo("\"a\"");
        assertThat(written(out -> JsonWriter.writeOptional(out, Optional.<String>empty(), JsonGenerator::writeString)))
                .isEqualTo("null");
        assertThat(written(out -> JsonWriter.writeOptional(out, Optional.of("a"), JsonGenerator::writeString)))
                .isEqualTo("\"a\"");
    }

    @Test
    void collections() {
        Map<String, List<Integer>> values = new LinkedHashMap<>();
        values.put("b", List.of(1, 2));
        values.put("", List.of());

        assertThat(written(out -> JsonWriter.writeMap(
                        out, values, (out1, list) -> JsonWriter.writeList(out1, list, JsonGenerator::writeNumber))))
                .isEqualTo("{\"b\":[1,2],\"\":[]}");
    }

    @Test
    void entries() {
        Map<Integer, String> values = new LinkedHashMap<>();
        values.put(2, "b");
        values.put(1, "a");

        assertThat(written(out ->
                        JsonWriter.writeEntries(out, values, JsonGenerator::writeNumber, JsonGenerator::writeString)))
                .isEqualTo("[{\"key\":2,\"value\":\"b\"},{\"key\":1,\"value\":\"a\"}]");
    }

    @Test
    void numberKeepsItsScale() {
        assertThat(written(out -> out.writeNumber(new BigDecimal("12.340")))).isEqualTo("12.340");
        assertThat(written(out -> out.writeNumber(new BigDecimal("1E+1000")))).isEqualTo("1E+1000");
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        byte[] document =
                Json.write(out -> JsonWriter.writeList(out, List.of("😀", "\u2028"), JsonGenerator::writeString));

        assertThat(Json.parse(document).<String>asList(JsonValue::asString)).containsExactly("😀", "\u2028");
    }

    private static String written(Json.DocumentWriter document) {
        return new String(Json.write(document), StandardCharsets.UTF_8);
    }
}
