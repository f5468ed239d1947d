package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.transaction.OpenTransactions;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class PendingOutcomesTest {

    private final PendingOutcomes<String> pending = new PendingOutcomes<>(new OpenTransactions());

    @Test
    void outcomeGoesToTheOneWhoWaits() {
        CompletableFuture<CommittedOutcome<String>> waiting = pending.await("m1", 0);
        CompletableFuture<CommittedOutcome<String>> another = pending.await("m2", 0);

        pending.complete("m1", recorded("m1"));

        assertThat(waiting).isCompletedWithValue(recorded("m1"));
        assertThat(another).isNotDone();
        assertThat(pending.isAwaited("m1")).isFalse();
        assertThat(pending.isAwaited("m2")).isTrue();
    }

    @Test
    void outcomeThatNobodyWaitsForIsDropped() {
        pending.complete("m1", recorded("m1"));

        assertThat(pending.await("m1", 0)).isNotDone();
    }

    @Test
    void timeOutEndsTheWaiting() {
        CompletableFuture<CommittedOutcome<String>> waiting =
                pending.await("m1", 0).orTimeout(1, TimeUnit.MILLISECONDS);

        assertThat(waiting.handle((outcome, failure) -> String.valueOf(failure)).join())
                .isEqualTo("java.util.concurrent.TimeoutException");
        // What follows a time-out runs on another thread, in no order.
        await().until(() -> !pending.isAwaited("m1"));
    }

    @Test
    void failureEndsTheWaiting() {
        CompletableFuture<CommittedOutcome<String>> waiting = pending.await("m1", 0);

        waiting.completeExceptionally(new CompletionException(null));

        assertThat(pending.isAwaited("m1")).isFalse();
    }

    @Test
    void endOfOneDoesNotEndTheWaitingOfALaterOneWithTheSameId() {
        CompletableFuture<CommittedOutcome<String>> first = pending.await("m1", 0);
        CompletableFuture<CommittedOutcome<String>> second = pending.await("m1", 0);

        first.completeExceptionally(new CompletionException(null));
        pending.complete("m1", recorded("m1"));

        assertThat(second).isCompletedWithValue(recorded("m1"));
    }

    private static CommittedOutcome<String> recorded(String messageId) {
        return new CommittedOutcome<>(
                new Outcome.Recorded<>(messageId, List.of(), false, 1), new Position("bank.accounts", 0, 1, 1));
    }
}
