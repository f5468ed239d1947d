package dev.annals.rebuild;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** What was found in one partition, or in several. Used by one thread at a time. */
final class Tally {

    /** Of differences and of problems: enough to see what kind they are. */
    static final int SHOWN = 5;

    private final Map<Kind, Long> entities = new EnumMap<>(Kind.class);
    private final List<Difference> differences = new ArrayList<>();
    private final List<Problem> problems = new ArrayList<>();
    private long events;
    private long unreadable;

    void event() {
        events++;
    }

    void problem(Problem problem) {
        unreadable++;
        if (problems.size() < SHOWN) {
            problems.add(problem);
        }
    }

    void entity(Compared compared, Rebuilt target) {
        Kind kind = compared.kind(target);
        entities.merge(kind, 1L, Long::sum);
        if (kind != Kind.UNCHANGED && differences.size() < SHOWN) {
            differences.add(difference(compared, target));
        }
    }

    /** Adds what was found elsewhere. */
    void add(Tally other) {
        other.entities.forEach((kind, count) -> entities.merge(kind, count, Long::sum));
        other.differences.stream().limit(SHOWN - differences.size()).forEach(differences::add);
        other.problems.stream().limit(SHOWN - problems.size()).forEach(problems::add);
        events += other.events;
        unreadable += other.unreadable;
    }

    long differing() {
        return count(Kind.CHANGED) + count(Kind.MISSING) + count(Kind.EXTRA);
    }

    long count(Kind kind) {
        return entities.getOrDefault(kind, 0L);
    }

    long events() {
        return events;
    }

    long unreadable() {
        return unreadable;
    }

    List<Difference> differences() {
        return differences;
    }

    List<Problem> problems() {
        return problems;
    }

    private static Difference difference(Compared compared, Rebuilt target) {
        return new Difference(
                target.describeKey(compared.key()),
                before(compared, target),
                compared.folded() == null
                        ? "without events"
                        : target.describe(compared.folded().stored()));
    }

    private static String before(Compared compared, Rebuilt target) {
        if (compared.storeDiffers()) {
            return compared.stored() == null ? "not there" : target.describe(compared.stored());
        }
        return compared.published() == null
                ? "not in the topic of snapshots"
                : "another one in the topic of snapshots (version %d)"
                        .formatted(compared.published().sequence());
    }
}
