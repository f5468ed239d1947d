package dev.annals.aggregate;

import dev.annals.transaction.OpenTransactions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The commands whose callers wait in this process, by the id of their request. Safe for use by several threads. */
final class PendingOutcomes<E> {

    private final OpenTransactions transactions;
    private final Map<String, CompletableFuture<Outcome<E>>> byRequestId = new ConcurrentHashMap<>();

    PendingOutcomes(OpenTransactions transactions) {
        this.transactions = transactions;
    }

    /** Starts to wait; the entry goes when the future is completed, however that happens. */
    CompletableFuture<Outcome<E>> await(String requestId) {
        CompletableFuture<Outcome<E>> outcome = new CompletableFuture<>();
        byRequestId.put(requestId, outcome);
        transactions.callerWaits();
        CompletableFuture<?> unused = outcome.whenComplete((value, error) -> {
            byRequestId.remove(requestId, outcome);
            transactions.callerLeaves();
        });
        return outcome;
    }

    boolean isAwaited(String requestId) {
        return byRequestId.containsKey(requestId);
    }

    void complete(String requestId, Outcome<E> outcome) {
        CompletableFuture<Outcome<E>> waiting = byRequestId.get(requestId);
        if (waiting != null) {
            waiting.complete(outcome);
        }
    }
}
