package dev.annals.rebuild;

import java.nio.file.Path;

/**
 * How a rebuild is done.
 *
 * @param dryRun whether it only compares
 * @param skipUnreadable whether events that cannot be taken in are passed over and counted; else they stop it
 * @param threads how many partitions are rebuilt at a time
 * @param directory for its own files, which are gone when it ends
 * @param replicationFactor of topics that are missing, or -1 for the broker's default
 */
public record RebuildOptions(
        boolean dryRun, boolean skipUnreadable, int threads, Path directory, short replicationFactor) {}
