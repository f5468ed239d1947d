package dev.annals.aggregate;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * What was decided about a command with an id of its caller's, as it is kept for those who send it again.
 *
 * @param decidedAt when, in milliseconds since 1970, by the clock of the process that decided it
 * @param subject who had asked for it, or null
 * @param command the command's message
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by the method below alone.
public record KeptOutcome<E>(long decidedAt, byte @Nullable [] subject, byte[] command, Outcome<E> outcome) {

    /** Whether the subject and the command's bytes are these. */
    boolean isOf(byte @Nullable [] anotherSubject, byte[] anotherCommand) {
        return Arrays.equals(subject, anotherSubject) && Arrays.equals(command, anotherCommand);
    }
}
