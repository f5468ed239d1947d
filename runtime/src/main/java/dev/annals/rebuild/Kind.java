package dev.annals.rebuild;

/** How what is there of an entity compares with what its events say. */
enum Kind {
    UNCHANGED,
    CHANGED,
    /** Not in the store, or not in the topic of snapshots. */
    MISSING,
    /** There, and no event speaks of it. */
    EXTRA
}
