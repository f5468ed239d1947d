package dev.annals.rebuild;

import java.util.List;
import java.util.Locale;

/** A report for people to read. */
public final class ReportText {

    private ReportText() {}

    public static String of(RebuildReport report) {
        StringBuilder text = new StringBuilder();
        text.append(report.name()).append(": ").append(verdict(report)).append('\n');
        line(
                text,
                "events read",
                "%,d in %,.1f s, %,d a second"
                        .formatted(report.events(), report.foldMillis() / 1000.0, report.eventsPerSecond()));
        line(text, "entities", number(report.unchanged() + report.changed() + report.missing()));
        line(text, "unchanged", number(report.unchanged()));
        line(text, "changed", number(report.changed()));
        line(text, "missing", number(report.missing()));
        line(text, "extra", number(report.extra()));
        line(text, "unreadable events", number(report.unreadable()));
        line(text, "time", "%,.1f s".formatted(report.totalMillis() / 1000.0));
        list(text, "The first that differ:", report.differences());
        list(text, "The first events that could not be taken in:", report.problems());
        return text.toString();
    }

    private static String verdict(RebuildReport report) {
        if (report.stopped()) {
            return "stopped at an event that could not be taken in; nothing was written (--skip-unreadable goes on)";
        } else if (report.differing() == 0) {
            return "is what its events say";
        }
        return report.dryRun() ? "differs from what its events say; nothing was written" : "was rebuilt";
    }

    private static void list(StringBuilder text, String title, List<?> lines) {
        if (!lines.isEmpty()) {
            text.append("  ").append(title).append('\n');
            lines.forEach(line -> text.append("    ").append(line).append('\n'));
        }
    }

    private static String number(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }

    private static void line(StringBuilder text, String name, String value) {
        text.append("  %-18s %s%n".formatted(name, value));
    }
}
