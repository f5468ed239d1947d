package dev.annals.aggregate;

import dev.annals.transaction.OpenTransactions;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.IntPredicate;

/** The commands whose callers wait in this process, by the id of their request. Safe for use by several threads. */
final class PendingOutcomes<E> {

    private final OpenTransactions transactions;
    private final Map<String, Waiting<E>> byRequestId = new ConcurrentHashMap<>();

    PendingOutcomes(OpenTransactions transactions) {
        this.transactions = transactions;
    }

    private record Waiting<E>(int partition, CompletableFuture<CommittedOutcome<E>> outcome) {}

    /** Starts to wait; the entry goes when the future is completed, however that happens. */
    CompletableFuture<CommittedOutcome<E>> await(String requestId, int partition) {
        CompletableFuture<CommittedOutcome<E>> outcome = new CompletableFuture<>();
        Waiting<E> waiting = new Waiting<>(partition, outcome);
        byRequestId.put(requestId, waiting);
        transactions.callerWaits();
        CompletableFuture<?> unused = outcome.whenComplete((value, error) -> {
            byRequestId.remove(requestId, waiting);
            transactions.callerLeaves();
        });
        return outcome;
    }

    boolean isAwaited(String requestId) {
        return byRequestId.containsKey(requestId);
    }

    void complete(String requestId, CommittedOutcome<E> outcome) {
        Waiting<E> waiting = byRequestId.get(requestId);
        if (waiting != null) {
            waiting.outcome().complete(outcome);
        }
    }

    /** Tells those who wait for an outcome in one of these partitions that it will not come here. */
    void leave(IntPredicate partitions) {
        for (Waiting<E> waiting : List.copyOf(byRequestId.values())) {
            if (partitions.test(waiting.partition())) {
                waiting.outcome().completeExceptionally(new PartitionMovedException(waiting.partition()));
            }
        }
    }
}
