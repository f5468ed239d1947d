package dev.annals.aggregate;

import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/** The commands whose callers wait in this process, by message id. Safe for use by several threads. */
final class PendingOutcomes<E> {

    private final Map<String, CompletableFuture<Outcome<E>>> byMessageId = new ConcurrentHashMap<>();

    /** Starts to wait; the entry goes when the future is completed, however that happens. */
    CompletableFuture<Outcome<E>> await(String messageId) {
        CompletableFuture<Outcome<E>> outcome = new CompletableFuture<>();
        byMessageId.put(messageId, outcome);
        CompletableFuture<?> unused = outcome.whenComplete((value, error) -> byMessageId.remove(messageId, outcome));
        return outcome;
    }

    /** How many callers wait. */
    int size() {
        return byMessageId.size();
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
