package dev.annals.ownership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Time is counted in nanoseconds here, and a lease lasts a hundred. */
class LeaseTest {

    private long now = 1_000;
    private final Lease lease = new Lease(Duration.ofNanos(100), () -> now);

    /** A poll from this time to a tick later, after which so many heartbeats have been answered. */
    private void poll(long at, double answers, int generation) {
        now = at + 1;
        lease.polled(at, answers, generation);
    }

    private boolean isValidAt(long time) {
        now = time;
        return lease.isValid();
    }

    @Test
    void nothingIsOwnedBeforeTheGroupIsJoined() {
        assertThat(lease.isValid()).isFalse();
        poll(1_000, 0, -1);
        assertThat(lease.isValid()).isFalse();
    }

    @Test
    void joinStartsItAtTheBeginningOfItsPoll() {
        poll(1_000, 0, 7);

        assertThat(isValidAt(1_100)).isTrue();
        assertThat(isValidAt(1_101)).isFalse();
    }

    @Test
    void anAnswerRenewsItFromBeforeTheLastOneWasSeenAndAPollLater() {
        poll(1_000, 0, 7);
        poll(1_020, 1, 7);
        poll(1_040, 2, 7);
        assertThat(isValidAt(1_101)).isFalse();

        // Answer 2 was asked for after answer 1 came, which was after the poll that began at 1000.
        poll(1_060, 2, 7);
        assertThat(isValidAt(1_100)).isTrue();
        assertThat(isValidAt(1_101)).isFalse();

        poll(1_080, 3, 7);
        poll(1_085, 3, 7);
        assertThat(isValidAt(1_120)).isTrue();
        assertThat(isValidAt(1_121)).isFalse();
    }

    @Test
    void ofSeveralAnswersTheLastWasAskedForAfterTheLastPoll() {
        poll(1_000, 0, 7);
        poll(1_050, 3, 7);
        poll(1_090, 3, 7);

        assertThat(isValidAt(1_100)).isTrue();
        assertThat(isValidAt(1_101)).isFalse();
    }

    @Test
    void processThatWasFrozenOwnsNothingUntilAnAnswerThatItAskedForAfterwards() {
        poll(1_000, 0, 7);
        poll(1_010, 1, 7);
        poll(1_020, 1, 7);

        // The answer that was on its way when it froze.
        poll(5_000, 2, 7);
        assertThat(lease.isValid()).isFalse();
        poll(5_010, 2, 7);
        assertThat(lease.isValid()).isFalse();
        // One that was asked for after that; it may have said that the member is none.
        poll(5_020, 3, 7);
        assertThat(lease.isValid()).isFalse();

        poll(5_025, 3, 7);
        poll(5_030, 4, 7);
        poll(5_035, 4, 7);
        assertThat(lease.isValid()).isTrue();
    }

    @Test
    void memberThatIsNoneOwnsNothing() {
        poll(1_000, 0, 7);
        poll(1_010, 1, -1);
        assertThat(lease.isValid()).isFalse();

        poll(1_020, 1, 8);
        assertThat(lease.isValid()).isTrue();
    }

    @Test
    void thatOfOthersLastsForEver() {
        assertThat(Lease.FOR_EVER.isValid()).isTrue();
    }
}
