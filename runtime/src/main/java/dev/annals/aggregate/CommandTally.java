package dev.annals.aggregate;

import dev.annals.aggregate.CommandMetrics.Result;
import dev.annals.transaction.OpenTransactions;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;

/**
 * The commands of one partition's open transaction, counted for {@link CommandMetrics} when that has committed. What is aborted is
 * forgotten with its task. Used by one thread.
 */
final class CommandTally {

    private final CommandMetrics metrics;
    private final OpenTransactions transactions;
    private final Runnable afterCommit = this::committed;
    private final Map<Result, int[]> results = new EnumMap<>(Result.class);
    private final Map<Outcome.Stage, int[]> deadLetters = new EnumMap<>(Outcome.Stage.class);
    private long[] started = new long[64];
    private int commands;

    CommandTally(CommandMetrics metrics, OpenTransactions transactions) {
        this.metrics = metrics;
        this.transactions = transactions;
    }

    /** Counts a command that was taken up at this time. */
    void add(Effects<?> effects, long startedNanos) {
        if (commands == 0) {
            transactions.afterCommit(afterCommit);
        } else if (commands == started.length) {
            started = Arrays.copyOf(started, 2 * commands);
        }
        started[commands++] = startedNanos;
        increment(results, result(effects));
        if (effects.outcome() instanceof Outcome.Failed<?> failed && !effects.repeated()) {
            increment(deadLetters, failed.stage());
        }
    }

    private static Result result(Effects<?> effects) {
        Outcome<?> outcome = effects.outcome();
        if (effects.repeated()) {
            return Result.REPEATED;
        } else if (outcome instanceof Outcome.Recorded<?> recorded) {
            return recorded.refused() ? Result.REFUSED : Result.RECORDED;
        } else if (outcome instanceof Outcome.Rejected<?>) {
            return Result.REJECTED;
        } else if (outcome instanceof Outcome.ConditionFailed<?>) {
            return Result.CONDITION_FAILED;
        }
        return Result.FAILED;
    }

    private void committed() {
        long now = System.nanoTime();
        for (int i = 0; i < commands; i++) {
            metrics.time(now - started[i]);
        }
        commands = 0;
        results.forEach((result, count) -> metrics.count(result, take(count)));
        deadLetters.forEach((stage, count) -> metrics.countDeadLetters(stage, take(count)));
    }

    private static <T> void increment(Map<T, int[]> counts, T what) {
        counts.computeIfAbsent(what, first -> new int[1])[0]++;
    }

    private static int take(int[] count) {
        int taken = count[0];
        count[0] = 0;
        return taken;
    }
}
