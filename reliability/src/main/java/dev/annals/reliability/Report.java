package dev.annals.reliability;

import bank.transfers.Transfer.Stage;
import dev.annals.reliability.fault.Fault;
import dev.annals.reliability.load.Command.Fate;
import dev.annals.reliability.load.History;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a run found.
 *
 * @param faults how often each harm was done
 * @param recoveries from each kill to the first success of a command for one of the killed instance's keys
 * @param transfers how many came to which end
 * @param violations of what was promised
 */
public record Report(
        Options options,
        Map<Fault, Integer> faults,
        List<Duration> recoveries,
        History history,
        int events,
        Map<Stage, Long> transfers,
        List<String> violations) {

    private static final int MOST_SHOWN = 20;

    /** As a table. */
    public String text() {
        StringBuilder text = new StringBuilder();
        line(
                text,
                "run",
                "%s, %d broker(s), %d instances (%s members), %d standby(s), %d accounts of ballast, seed %d"
                        .formatted(
                                options.variant(),
                                options.brokers(),
                                options.instances(),
                                options.membership(),
                                options.standbys(),
                                options.ballast(),
                                options.seed()));
        line(text, "harm done for", options.duration().toSeconds() + " s: " + new TreeMap<>(faults));
        line(
                text,
                "commands",
                "%d accepted, %d refused, %d unknown (%d answered over HTTP, the rest written to the topic)"
                        .formatted(count(Fate.ACCEPTED), count(Fate.REFUSED), count(Fate.UNKNOWN), history.answers()));
        line(text, "transfers", history.transfers().size() + " left to the bank: " + new TreeMap<>(transfers));
        line(text, "events", Integer.toString(events));
        line(
                text,
                "sent again",
                "%d without an answer, %d to compare it".formatted(history.retries(), history.repeats()));
        line(text, "reads checked", Long.toString(history.reads()));
        line(text, "records set aside", Integer.toString(history.poison().size()));
        line(text, "success after kill", recoveryText());
        line(text, "violations", Integer.toString(violations.size()));
        violations.stream()
                .limit(MOST_SHOWN)
                .forEach(violation -> text.append("  ").append(violation).append('\n'));
        return text.toString();
    }

    private String recoveryText() {
        if (recoveries.isEmpty()) {
            return "not measured";
        }
        List<Duration> sorted = recoveries.stream().sorted().toList();
        return "median %.1f s, at most %.1f s (%d kills)"
                .formatted(
                        seconds(sorted.get(sorted.size() / 2)), seconds(sorted.get(sorted.size() - 1)), sorted.size());
    }

    private static double seconds(Duration duration) {
        return duration.toMillis() / 1000.0;
    }

    private long count(Fate fate) {
        return history.commands().stream()
                .filter(command -> command.fate() == fate)
                .count();
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("%-20s %s%n".formatted(name, value));
    }
}
