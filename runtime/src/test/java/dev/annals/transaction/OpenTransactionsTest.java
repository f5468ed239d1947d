package dev.annals.transaction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OpenTransactionsTest {

    private final OpenTransactions transactions = new OpenTransactions();
    private final List<String> done = new ArrayList<>();

    @Test
    void lastOfTheCallersNeedNotWaitForCompany() {
        transactions.callerWaits();
        transactions.callerWaits();

        assertThat(transactions.afterCommitReply(() -> done.add("first"))).isFalse();
        assertThat(transactions.afterCommitReply(() -> done.add("second"))).isTrue();

        transactions.callerLeaves();
        transactions.committed();
        assertThat(transactions.afterCommitReply(() -> done.add("third"))).isTrue();
        assertThat(done).containsExactly("first", "second");
    }

    @Test
    void actionThatFailsKeepsNoOtherFromRunning() {
        transactions.afterCommit(() -> {
            throw new IllegalStateException("no");
        });
        transactions.afterCommit(() -> done.add("second"));

        transactions.committed();
        transactions.committed();

        assertThat(done).containsExactly("second");
    }
}
