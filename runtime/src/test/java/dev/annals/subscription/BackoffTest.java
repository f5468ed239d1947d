package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** How long the pauses between attempts are. */
class BackoffTest {

    private static final Backoff DEFAULT = SubscriptionSettings.DEFAULT.backoff();

    /** Just below what counts as random. */
    private static final double ALMOST_ONE = Math.nextDown(1.0);

    @Test
    void pausesDoubleUpToTheLongest() {
        assertThat(IntStream.rangeClosed(1, 10)
                        .mapToObj(failures -> DEFAULT.pause(failures, 0).toMillis()))
                .containsExactly(200L, 400L, 800L, 1_600L, 3_200L, 6_400L, 12_800L, 25_600L, 30_000L, 30_000L);
    }

    @Test
    void aHalfAtTheMostIsCut() {
        assertThat(DEFAULT.pause(3, 0.5)).isEqualTo(Duration.ofMillis(600));
        assertThat(DEFAULT.pause(3, ALMOST_ONE)).isEqualTo(Duration.ofMillis(400));
        assertThat(DEFAULT.pause(1_000_000, ALMOST_ONE)).isEqualTo(Duration.ofSeconds(15));
    }

    /** "Some five minutes", as the guide has it: the pauses between the attempts that there are by default. */
    @Test
    void allAttemptsTogetherTakeSomeFiveMinutes() {
        Duration together = IntStream.range(1, SubscriptionSettings.DEFAULT.attempts())
                .mapToObj(failures -> DEFAULT.pause(failures, 0.5))
                .reduce(Duration.ZERO, Duration::plus);

        assertThat(together).isBetween(Duration.ofMinutes(4), Duration.ofMinutes(6));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void pausesOfAnySettingsGrowAndStayWithinTheirBounds(long seed) {
        Random random = new Random(seed);
        Duration backoff = Duration.ofMillis(1 + random.nextInt(60_000));
        Duration longest = Duration.ofMillis(1 + random.nextInt(600_000));
        Backoff pauses = new Backoff(backoff, longest);
        long full = Math.min(backoff.toMillis(), longest.toMillis());
        for (int failures = 1; failures <= 60; failures++) {
            assertThat(pauses.pause(failures, 0)).isEqualTo(Duration.ofMillis(full));
            assertThat(pauses.pause(failures, random.nextDouble()).toMillis()).isBetween(full / 2, full);
            assertThat(pauses.pause(failures, ALMOST_ONE).toMillis()).isBetween(full / 2, full / 2 + 1);
            full = Math.min(2 * full, longest.toMillis());
        }
    }

    static IntStream seeds() {
        return IntStream.range(0, 100);
    }
}
