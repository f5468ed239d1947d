package dev.annals.aggregate;

import java.util.EnumMap;
import java.util.Map;

/** Metrics that can be asked. */
final class CountedCommands implements CommandMetrics {

    private final Map<Result, Integer> results = new EnumMap<>(Result.class);
    private final Map<Outcome.Stage, Integer> deadLetters = new EnumMap<>(Outcome.Stage.class);
    private int times;

    @Override
    public void count(Result result, int commands) {
        results.merge(result, commands, Integer::sum);
    }

    @Override
    public void countDeadLetters(Outcome.Stage stage, int commands) {
        deadLetters.merge(stage, commands, Integer::sum);
    }

    @Override
    public void time(long nanos) {
        times++;
    }

    Map<Result, Integer> results() {
        return results;
    }

    Map<Outcome.Stage, Integer> deadLetters() {
        return deadLetters;
    }

    int times() {
        return times;
    }
}
