package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class KeyCodecTest {

    @Test
    void stringKeysAreTheirUtf8() {
        assertThat(KeyCodec.STRING.toBytes("größe")).isEqualTo("größe".getBytes(StandardCharsets.UTF_8));
        assertThat(KeyCodec.STRING.fromBytes("größe".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("größe");
    }

    @Test
    void shortenedUuidIsNoSecondSpelling() {
        assertThatThrownBy(() -> KeyCodec.UUID.fromText("1-1-1-1-1")).isInstanceOf(IllegalArgumentException.class);
    }
}
