package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "\"3\"           | 3 | true",
                "\"3\"           | 4 | false",
                "3               | 3 | true",
                "\"2\", \"3\"    | 3 | true",
                "\"2\",\"4\"     | 3 | false",
                "W/\"3\"         | 3 | false",
                "W/\"3\", \"3\"  | 3 | true",
                "*               | 3 | true",
                "*               | 0 | false",
                "\"3\"           | 0 | false",
                "\"0\"           | 0 | false",
                "\"abc\"         | 3 | false",
                "\"\"            | 3 | false",
                "\"a,b\", \"3\"  | 3 | true",
                "\"999999999999999999999\" | 3 | false"
            })
    void ifMatchHoldsOnTheVersionsThatItLists(String tags, long version, boolean holds) {
        assertThat(Condition.of(tags, null).holds(version)).isEqualTo(holds);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\'',
            value = {
                "*              | 0 | true",
                "*              | 1 | false",
                "\"3\"          | 3 | false",
                "W/\"3\"        | 3 | false",
                "\"3\"          | 4 | true",
                "\"3\", \"4\"   | 4 | false",
                "\"3\"          | 0 | true"
            })
    void ifNoneMatchHoldsOnAllOthers(String tags, long version, boolean holds) {
        assertThat(Condition.of(null, tags).holds(version)).isEqualTo(holds);
    }

    @Test
    void bothMustHold() {
        Condition condition = Condition.of("\"3\", \"4\"", "\"4\"");

        assertThat(condition.holds(3)).isTrue();
        assertThat(condition.holds(4)).isFalse();
        assertThat(condition.holds(5)).isFalse();
        assertThat(Condition.of(null, null)).isSameAs(Condition.NONE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "3,", "\"3", "\"3\",", "\"3\" \"4\"", "abc", "-1", "*, \"3\"", "w/\"3\"", "\"3\",,\"4\""})
    void whatIsNoListOfTagsIsRefused(String text) {
        assertRefused(text, null, "If-Match must be * or versions in quotes");
        assertRefused(null, text, "If-None-Match must be * or versions in quotes");
    }

    private static void assertRefused(@Nullable String ifMatch, @Nullable String ifNoneMatch, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Condition.of(ifMatch, ifNoneMatch))
                .withMessageStartingWith(message);
    }
}
