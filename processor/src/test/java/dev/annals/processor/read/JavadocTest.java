package dev.annals.processor.read;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JavadocTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Plain. | Plain.",
                "{@code List<String>} of {@link Money} | List<String> of Money",
                "{@link Money#amount() the amount}, {@linkplain #size} | the amount, size",
                "{@link java.util.Map#put(Object, Object)} | java.util.Map.put(Object, Object)",
                "One<p>two <b>bold</b> &lt;three&gt; &amp;amp; | One two bold <three> &amp;",
                "{@literal a < b & c} {@code {x}} | a < b & c {x}",
                "mail a@b.c {@unclosed | mail a@b.c {@unclosed"
            })
    void textWithoutMarkup(String comment, String text) {
        assertThat(new Javadoc(comment).text()).isEqualTo(text);
    }

    @Test
    void linesAndBlockTags() {
        Javadoc javadoc = new Javadoc("""
                 An order
                 of many lines.

                 @param lines what is ordered:
                     not {@code null}
                 @param <T> no component
                 @param empty
                 @see Line
                """);

        assertThat(javadoc.text()).isEqualTo("An order of many lines.");
        assertThat(javadoc.parameter("lines")).isEqualTo("what is ordered: not null");
        assertThat(javadoc.parameter("empty")).isEmpty();
        assertThat(javadoc.parameter("other")).isEmpty();
    }
}
