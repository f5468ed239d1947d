package dev.annals.http;

import dev.annals.aggregate.Entity;
import dev.annals.aggregate.HistoryReader;
import java.util.Optional;

/** Entities as they were, where the aggregate keeps its history. Safe for use by several threads. */
final class FormerVersions<K, S> {

    private final Optional<HistoryReader<K, ?, S>> history;
    private final String whyNot;

    private FormerVersions(Optional<HistoryReader<K, ?, S>> history, String whyNot) {
        this.history = history;
        this.whyNot = whyNot;
    }

    static <K, S> FormerVersions<K, S> of(HistoryReader<K, ?, S> history) {
        return new FormerVersions<>(
                history.isKept() ? Optional.of(history) : Optional.empty(),
                "There is no history to read a version from: set history = true in the aggregate's @EventSourced");
    }

    /** Where nobody keeps any. */
    static <K, S> FormerVersions<K, S> none() {
        return new FormerVersions<>(
                Optional.empty(), "A read model has no history: leave version out, or read the versions of an entity");
    }

    /**
     * Refuses to look for versions where there is no history.
     *
     * @throws ProblemException when there is none
     */
    void requireKept() {
        kept();
    }

    /**
     * The entity as it was when it had this version.
     *
     * @param text the key, as it was asked for
     * @throws ProblemException when it never had it, or was deleted then
     */
    Entity<K, S> find(K key, String text, long version) {
        HistoryReader<K, ?, S> kept = kept();
        long last = kept.lastVersion(key);
        if (last == 0) {
            throw new ProblemException(Problems.noSuchEntity(text));
        }
        if (version == 0) {
            throw missing("Version 0 is before the first event of \"" + text + "\": versions begin with 1");
        }
        if (version > last) {
            throw missing("Version " + version + " of \"" + text + "\" is yet to come: the last one is " + last);
        }
        return kept.asOf(key, version, last)
                .orElseThrow(() -> missing("\"" + text + "\" was deleted with version " + version));
    }

    private HistoryReader<K, ?, S> kept() {
        return history.orElseThrow(() -> new ProblemException(Problems.invalidParameter("version", whyNot)));
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(Problems.noSuchVersion(detail));
    }
}
