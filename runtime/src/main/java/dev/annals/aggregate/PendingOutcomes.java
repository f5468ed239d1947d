package dev.annals.aggregate;

import dev.annals.transaction.OpenTransactions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The commands whose callers wait in this process, by message id. Safe for use by several threads. */
final class PendingOutcomes<E> {

    private final OpenTransactions transactions;
    private final Map<String, CompletableFuture<Outcome<E>>> byMessageId = new ConcurrentHashMap<>();

    PendingOutcomes(OpenTransactions transactions) {
        this.transactions = transactions;
    }

    /** Starts to wait; the entry goes when the future is completed, however that happens. */
    CompletableFuture<Outcome<E>> await(String messageId) {
        CompletableFuture<Outcome<E>> outcome = new CompletableFuture<>();
        byMessageId.put(messageId, outcome);
        transactions.callerWaits();
        CompletableFuture<?> unused = outcome.whenComplete((value, error) -> {
            byMessageId.remove(messageId, outcome);
            transactions.callerLeaves();
        });
        return outcome;
    }

    boolean isAwaited(String messageId) {
        return byMessageId.containsKey(messageId);
    }

    void complete(Outcome<E> outcome) {
        CompletableFuture<Outcome<E>> waiting = byMessageId.get(outcome.messageId());
        if (waiting != null) {
            waiting.complete(outcome);
        }
    }
}
