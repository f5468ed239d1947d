package dev.annals.aggregate;

import org.jspecify.annotations.Nullable;

/**
 * What was decided about a command with an id of its caller's, as it is kept for those who send it again.
 *
 * @param decidedAt when, in milliseconds since 1970, by the clock of the process that decided it
 * @param subject who had asked for it, or null
 * @param condition on which it was asked for
 * @param command the command's message
 */
@SuppressWarnings("ArrayRecordComponent") // Compared one by one, never as a whole.
public record KeptOutcome<E>(
        long decidedAt, byte @Nullable [] subject, Condition condition, byte[] command, Outcome<E> outcome) {}
