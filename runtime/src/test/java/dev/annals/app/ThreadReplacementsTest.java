package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ThreadReplacementsTest {

    private Instant now = Instant.EPOCH;
    private final ThreadReplacements replacements = new ThreadReplacements(() -> now);

    @Test
    void givesUpWhenThreadsFailAgainAndAgain() {
        for (int i = 0; i < 5; i++) {
            assertThat(replacements.mayReplace()).isTrue();
        }
        assertThat(replacements.mayReplace()).isFalse();
    }

    @Test
    void forgetsOldFailures() {
        for (int i = 0; i < 20; i++) {
            assertThat(replacements.mayReplace()).isTrue();
            now = now.plus(Duration.ofSeconds(15));
        }
    }
}
