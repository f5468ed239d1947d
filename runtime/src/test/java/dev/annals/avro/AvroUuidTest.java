package dev.annals.avro;

import static dev.annals.avro.AvroBytes.avros;
import static dev.annals.avro.AvroBytes.ours;
import static dev.annals.avro.AvroBytes.read;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Locale;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AvroUuidTest {

    private static final UUID ALL_DIGITS = UUID.fromString("01234567-89ab-cdef-fedc-ba9876543210");

    @Test
    void isItsText() {
        Random random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            assertIsItsText(new UUID(random.nextLong(), random.nextLong()));
        }
        assertIsItsText(ALL_DIGITS);
        assertIsItsText(new UUID(0, 0));
        assertIsItsText(new UUID(-1, -1));
    }

    private static void assertIsItsText(UUID value) {
        byte[] bytes = ours(out -> out.writeUuid(value));

        assertThat(bytes).isEqualTo(avros(out -> out.writeString(value.toString())));
        assertThat(read(bytes).readUuid()).isEqualTo(value);
    }

    @Test
    void mayBeInCapitals() {
        byte[] bytes = avros(out -> out.writeString(ALL_DIGITS.toString().toUpperCase(Locale.ROOT)));

        assertThat(read(bytes).readUuid()).isEqualTo(ALL_DIGITS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"g", "-", "/", ":", "@", "G", "`", " ", "+", "\u0000"})
    void noOtherCharacterIsADigit(String character) {
        String text = ALL_DIGITS.toString();
        for (int place = 0; place < text.length(); place++) {
            if (text.charAt(place) != '-') {
                assertRefused(text.substring(0, place) + character + text.substring(place + 1));
            }
        }
    }

    @Test
    void noDashIsADigit() {
        String text = ALL_DIGITS.toString();
        for (int place = text.indexOf('-'); place >= 0; place = text.indexOf('-', place + 1)) {
            assertRefused(text.substring(0, place) + "0" + text.substring(place + 1));
        }
    }

    /** Java takes these, and cuts what is too long. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "012345678-9ab-cdef-fedc-ba9876543210",
                "0123456-789ab-cdef-fedc-ba9876543210",
                "01234567-89ab-cdef-fed-cba9876543210",
                "01234567-89ab-cdef-fedcb-a9876543210"
            })
    void noOtherGroupsOfDigitsAreTaken(String text) {
        assertRefused(text);
    }

    private static void assertRefused(String text) {
        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(avros(out -> out.writeString(text))).readUuid())
                .withMessageContaining("no UUID, but \"" + text + "\"");
    }
}
