package dev.annals.rebuild;

import java.util.List;

/**
 * What a rebuild has found, and done.
 *
 * @param name of what was rebuilt
 * @param dryRun whether it only compared
 * @param stopped whether an event that could not be taken in ended it, and nothing was written
 * @param events that were read
 * @param unchanged entities that are what their events say
 * @param changed entities that were not
 * @param missing entities that were not there
 * @param extra entities that were there, and no event speaks of them
 * @param unreadable events that could not be taken in
 * @param problems the first of those
 * @param differences the first entities that were not what their events say
 * @param foldMillis the time that the events took
 * @param totalMillis the time that all of it took
 * @param madeChangelog whether the changelog topic was not there, and was made
 */
public record RebuildReport(
        String name,
        boolean dryRun,
        boolean stopped,
        long events,
        long unchanged,
        long changed,
        long missing,
        long extra,
        long unreadable,
        List<Problem> problems,
        List<Difference> differences,
        long foldMillis,
        long totalMillis,
        boolean madeChangelog) {

    public RebuildReport {
        problems = List.copyOf(problems);
        differences = List.copyOf(differences);
    }

    /** How many entities are not what their events say. */
    public long differing() {
        return changed + missing + extra;
    }

    /** How many events were folded in a second. */
    public long eventsPerSecond() {
        return foldMillis == 0 ? events : events * 1000 / foldMillis;
    }
}
