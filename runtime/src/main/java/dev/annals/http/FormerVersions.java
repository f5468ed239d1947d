package dev.annals.http;

import dev.annals.aggregate.Entity;
import dev.annals.aggregate.HistoryReader;

/** Entities as they were, where the aggregate keeps its history. Safe for use by several threads. */
final class FormerVersions<K, S> {

    private final HistoryReader<K, ?, S> history;

    FormerVersions(HistoryReader<K, ?, S> history) {
        this.history = history;
    }

    /**
     * Refuses to look for versions where there is no history.
     *
     * @throws ProblemException when there is none
     */
    void requireKept() {
        if (!history.isKept()) {
            throw new ProblemException(Problems.invalidParameter(
                    "version",
                    "There is no history to read a version from: set history = true in the aggregate's @EventSourced"));
        }
    }

    /**
     * The entity as it was when it had this version.
     *
     * @param text the key, as it was asked for
     * @throws ProblemException when it never had it, or was deleted then
     */
    Entity<K, S> find(K key, String text, long version) {
        long last = history.lastVersion(key);
        if (last == 0) {
            throw new ProblemException(Problems.noSuchEntity(text));
        }
        if (version == 0) {
            throw missing("Version 0 is before the first event of \"" + text + "\": versions begin with 1");
        }
        if (version > last) {
            throw missing("Version " + version + " of \"" + text + "\" is yet to come: the last one is " + last);
        }
        return history.asOf(key, version, last)
                .orElseThrow(() -> missing("\"" + text + "\" was deleted with version " + version));
    }

    private static ProblemException missing(String detail) {
        return new ProblemException(Problems.noSuchVersion(detail));
    }
}
