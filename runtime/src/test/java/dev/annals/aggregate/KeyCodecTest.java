package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.util.UUID;
import org.apache.kafka.common.serialization.IntegerSerializer;
import org.apache.kafka.common.serialization.LongSerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.common.serialization.UUIDSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyCodecTest {

    private static final String UUID_TEXT = "6f1c3a52-8f3e-4a53-9d5a-0c6f7ad1b0e5";

    private record AccountId(String value) {}

    @ParameterizedTest
    @ValueSource(strings = {"a", "größe", "😀", " ", "a/b", "\u0000"})
    void stringsAreAsKafkasSerializerWritesThem(String key) {
        assertThat(KeyCodec.STRING.toBytes(key)).isEqualTo(new StringSerializer().serialize("t", key));
        assertThat(KeyCodec.STRING.fromBytes(KeyCodec.STRING.toBytes(key))).isEqualTo(key);
        assertThat(KeyCodec.STRING.fromText(KeyCodec.STRING.toText(key))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\uD83D", "a\uDE00"})
    void textThatIsNoKeyIsRefused(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.STRING.toBytes(key));
    }

    @Test
    void bytesThatAreNoKeyAreRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.STRING.fromBytes(new byte[0]));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.STRING.fromBytes(new byte[] {(byte) 0xFF}));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.INT.fromBytes(new byte[3]));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.LONG.fromBytes(new byte[9]));
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.UUID.fromBytes(new byte[16]));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, -1, Integer.MAX_VALUE, Integer.MIN_VALUE})
    void intsAreAsKafkasSerializerWritesThem(int key) {
        assertThat(KeyCodec.INT.toBytes(key)).isEqualTo(new IntegerSerializer().serialize("t", key));
        assertThat(KeyCodec.INT.fromBytes(KeyCodec.INT.toBytes(key))).isEqualTo(key);
        assertThat(KeyCodec.INT.fromText(KeyCodec.INT.toText(key))).isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, 1, -1, Long.MAX_VALUE, Long.MIN_VALUE})
    void longsAreAsKafkasSerializerWritesThem(long key) {
        assertThat(KeyCodec.LONG.toBytes(key)).isEqualTo(new LongSerializer().serialize("t", key));
        assertThat(KeyCodec.LONG.fromBytes(KeyCodec.LONG.toBytes(key))).isEqualTo(key);
        assertThat(KeyCodec.LONG.fromText(KeyCodec.LONG.toText(key))).isEqualTo(key);
    }

    @Test
    void uuidsAreAsKafkasSerializerWritesThem() {
        UUID key = UUID.fromString(UUID_TEXT);

        assertThat(KeyCodec.UUID.toBytes(key)).isEqualTo(new UUIDSerializer().serialize("t", key));
        assertThat(KeyCodec.UUID.fromBytes(UUID_TEXT.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(key);
        assertThat(KeyCodec.UUID.fromText("6F1C3A52-8F3E-4A53-9D5A-0C6F7AD1B0E5"))
                .isEqualTo(key);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "1-1-1-1-1", "6f1c3a528f3e4a539d5a0c6f7ad1b0e5"})
    void shortenedUuidIsNoSecondSpelling(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.UUID.fromText(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1.0", "2147483648", " 1", "0x1"})
    void textThatIsNoNumberIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> KeyCodec.INT.fromText(text));
    }

    @Test
    void enumsAreTheirNames() {
        KeyCodec<DayOfWeek> days = KeyCodec.ofEnum(DayOfWeek.class);

        assertThat(days.toBytes(DayOfWeek.MONDAY)).isEqualTo("MONDAY".getBytes(StandardCharsets.UTF_8));
        assertThat(days.fromText("MONDAY")).isEqualTo(DayOfWeek.MONDAY);
        assertThat(days.description()).isEqualTo("DayOfWeek");
        assertThatIllegalArgumentException().isThrownBy(() -> days.fromText("monday"));
    }

    @Test
    void recordOfOneComponentIsThatComponent() {
        KeyCodec<AccountId> ids = KeyCodec.STRING.mapped(AccountId::new, AccountId::value);

        assertThat(ids.toBytes(new AccountId("a"))).isEqualTo(KeyCodec.STRING.toBytes("a"));
        assertThat(ids.fromBytes(KeyCodec.STRING.toBytes("a"))).isEqualTo(new AccountId("a"));
        assertThat(ids.fromText("a")).isEqualTo(new AccountId("a"));
        assertThat(ids.toText(new AccountId("a"))).isEqualTo("a");
        assertThat(ids.isNumber()).isFalse();
    }
}
