package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How far the events of one partition have been handled. */
class PartitionProgressTest {

    private final PartitionProgress progress = new PartitionProgress();

    @Test
    void endsBeforeTheFirstThatIsNotHandled() {
        assertThat(progress.handled()).isEqualTo(-1);
        progress.taken(5);
        progress.taken(6);
        progress.fetchedUpTo(8);
        progress.done(6);
        assertThat(progress.handled()).isEqualTo(5);

        progress.done(5);

        assertThat(progress.handled()).isEqualTo(8);
    }

    @Test
    void offsetsThatComeAgainAreThoseOfAnotherLog() {
        assertThat(progress.hasTaken(0)).isFalse();
        progress.taken(0);
        progress.fetchedUpTo(2);

        assertThat(progress.hasTaken(0)).isTrue();
        assertThat(progress.hasTaken(1)).isTrue();
        assertThat(progress.hasTaken(2)).isFalse();
    }

    @Test
    void nothingBeginsWhenItHasLeft() {
        assertThat(progress.begin()).isTrue();

        progress.leave();

        assertThat(progress.begin()).isFalse();
    }
}
