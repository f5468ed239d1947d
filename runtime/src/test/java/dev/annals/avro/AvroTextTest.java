package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Short text is written in another way than long text, and ASCII in another than what is not. */
class AvroTextTest {

    private static final int LONGEST = 200;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "?",
                "é",
                "Ł",
                "€",
                "😀",
                "aé",
                "a€",
                "€😀?é",
                "\u0000",
                "\u007F\u0080",
                "\u07FF\u0800",
                "\uFFFD"
            })
    void textOfAnyLengthIsWhatAvroWrites(String part) {
        for (int length = 0; length <= LONGEST; length++) {
            String text = part.repeat(length);

            byte[] bytes = ours(out -> out.writeString(text));

            assertThat(bytes).isEqualTo(avros(out -> out.writeString(text)));
            assertThat(read(bytes).readString()).isEqualTo(text);
        }
    }

    @Test
    void oneCharacterThatIsNotAsciiAtAnyPlace() {
        for (int length : new int[] {1, 7, 8, 39, 40, 41, 63, 64, 65}) {
            for (int place = 0; place < length; place++) {
                String text = "a".repeat(place) + "Ł" + "b".repeat(length - place - 1);

                byte[] bytes = ours(out -> out.writeString(text));

                assertThat(bytes).isEqualTo(avros(out -> out.writeString(text)));
                assertThat(read(bytes).readString()).isEqualTo(text);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 8, 40, 41, 64, 100})
    void halfOfASurrogatePairIsRefusedAtAnyPlaceOfAnyText(int length) {
        for (String half : new String[] {"\uD83D", "\uDE00"}) {
            for (int place = 0; place < length; place++) {
                String text = "a?".repeat(length).substring(0, place) + half + "é".repeat(length - place - 1);

                assertThatExceptionOfType(IllegalArgumentException.class)
                        .isThrownBy(() -> ours(out -> out.writeString(text)))
                        .withMessageContaining("Character " + place + " of a text is half of a surrogate pair");
            }
        }
    }

    @Test
    void aTextThatIsRefusedLeavesWhatStandsBeforeIt() {
        byte[] bytes = ours(out -> {
            out.writeString("before");
            try {
                out.writeString("aé\uD83D");
            } catch (IllegalArgumentException e) {
                out.writeString("after");
            }
        });

        AvroReader in = read(bytes);
        assertThat(in.readString()).isEqualTo("before");
        assertThat(in.end(in.readString())).isEqualTo("after");
    }

    @Test
    void replacementCharacterIsText() {
        String text = IntStream.range(0, 100).mapToObj(i -> "\uFFFD€").reduce("", String::concat);

        assertThat(read(avros(out -> out.writeString(text))).readString()).isEqualTo(text);
    }
}
