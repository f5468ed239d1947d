package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** How far the events of a partition count as handled. */
class PartitionProgressTest {

    private final PartitionProgress progress = new PartitionProgress();

    @Test
    void whatIsHandledEndsBeforeTheFirstThatIsNot() {
        assertThat(progress.handled()).isEqualTo(-1);
        progress.taken(4);
        progress.taken(5);
        progress.taken(7);
        progress.fetchedUpTo(9);
        progress.done(5);
        progress.done(7);
        assertThat(progress.handled()).isEqualTo(4);
        assertThat(progress.inFlight()).isEqualTo(1);

        progress.done(4);

        // Behind the last event lies what is none.
        assertThat(progress.handled()).isEqualTo(9);
        progress.fetchedUpTo(8);
        assertThat(progress.handled()).isEqualTo(9);
        assertThat(progress.inFlight()).isZero();
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
    void nothingBeginsAfterItHasLeft() {
        assertThat(progress.begin()).isTrue();
        progress.leave();

        assertThat(progress.begin()).isFalse();
        assertThat(progress.hasLeft()).isTrue();
    }

    @Test
    void whatRunsIsAwaited() throws InterruptedException {
        AtomicBoolean ended = new AtomicBoolean();
        Thread waiting = Thread.currentThread();
        Thread handler = new Thread(() -> {
            await().until(() -> waiting.getState() == Thread.State.TIMED_WAITING);
            ended.set(true);
            progress.end();
        });
        assertThat(progress.begin()).isTrue();
        progress.leave();
        handler.start();

        progress.awaitNoneRunning(System.nanoTime() + Duration.ofMinutes(1).toNanos());

        assertThat(ended).isTrue();
        handler.join();
    }
}
