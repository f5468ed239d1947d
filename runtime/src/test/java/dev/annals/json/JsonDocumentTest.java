package dev.annals.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.json.InvalidJsonException.Fault;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is a JSON document, and what is none. */
class JsonDocumentTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "   ",
                "{",
                "{}}",
                "{} {}",
                "[1] 2",
                "{\"a\":1,}",
                "{\"a\":1,\"a\":2}",
                "{\"o\":{\"a\":1,\"a\":2}}",
                "{a:1}",
                "{'a':1}",
                "// comment\n{}",
                "NaN",
                "[Infinity]",
                "[-Infinity]",
                "[01]",
                "[+1]",
                "[.5]",
                "[1.]",
                "[0x1]",
                "tru",
                "\"a",
                "\"\t\"",
                "\"\\x\"",
                "\"\\ud83\"",
                "[1e99999999999]",
                "[-1E-99999999999]"
            })
    void whatIsNotJsonIsRefusedWithAReason(String text) {
        assertNotJson(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void positionOfTheFaultIsNamed() {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> parse("{\n  \"a\": x}"))
                .withMessageContaining("line 2, column 8");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ff", "22c322", "22c08022", "22eda08022", "22f490808022", "7b22c3223a317d"})
    void bytesThatAreNotUtf8AreRefused(String hex) {
        assertNotJson(HexFormat.of().parseHex(hex));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE"})
    void otherEncodingsAreRefused(String encoding) {
        assertNotJson("{\"a\":1}".getBytes(Charset.forName(encoding)));
    }

    @Test
    void byteOrderMarkIsIgnored() {
        assertThat(parse("\uFEFF{\"a\":1}").asObject("a").required("a", JsonValue::asInt))
                .isEqualTo(1);
    }

    @Test
    void nestingHasAnEnd() {
        assertThat(parse("[".repeat(100) + "]".repeat(100)).<Object>asList(item -> "nested"))
                .hasSize(1);
        assertNotJson(("[".repeat(101) + "]".repeat(101)).getBytes(StandardCharsets.UTF_8));
        assertNotJson("[".repeat(1_000_000).getBytes(StandardCharsets.UTF_8));
        assertNotJson("{\"a\":".repeat(100_000).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void numbersOfMoreThanAThousandDigitsAreRefused() {
        assertThat(parse("1".repeat(1_000)).asBigDecimal().precision()).isEqualTo(1_000);
        assertNotJson("1".repeat(1_001).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void largeDocumentIsRead() {
        String document = "[" + "\"größe\",".repeat(100_000) + "\"" + "x".repeat(1_000_000) + "\"]";

        List<String> values = parse(document).asList(JsonValue::asString);

        assertThat(values).hasSize(100_001).startsWith("größe");
        assertThat(values.get(100_000)).hasSize(1_000_000);
    }

    private static JsonValue parse(String text) {
        return Json.parse(text.getBytes(StandardCharsets.UTF_8));
    }

    private static void assertNotJson(byte[] document) {
        assertThatExceptionOfType(InvalidJsonException.class)
                .isThrownBy(() -> Json.parse(document))
                .satisfies(e -> {
                    assertThat(e.fault()).isEqualTo(Fault.NOT_JSON);
                    assertThat(e.field()).isNull();
                    assertThat(e.getMessage()).startsWith("The body is ").hasSizeLessThan(500);
                });
    }
}
