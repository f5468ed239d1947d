package dev.annals.aggregate;

import dev.annals.aggregate.Effects.Kept;
import dev.annals.serde.MessageSerde;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.List;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Recognises commands that have been decided already, by the ids that their callers gave them, and says what is kept of those
 * that are new.
 */
final class Deduplication<C, E> {

    /** Of a longer command its digest is kept in its place. */
    private static final int LONGEST_KEPT_WHOLE = 64 << 10;

    private final MessageSerde<C> commands;
    private final KeptOutcomeCodec<E> codec;

    Deduplication(MessageSerde<C> commands, KeptOutcomeCodec<E> codec) {
        this.commands = commands;
        this.codec = codec;
    }

    /**
     * The effects of a command whose id has been used: none but the outcome that is kept; null where it is to be decided.
     *
     * @param before what is kept under its id
     */
    @Nullable
    Effects<E> repeat(
            Record<byte[], byte[]> record,
            CommandRecord<?, C> command,
            byte @Nullable [] before,
            OutcomeStore store,
            long now) {
        if (before == null || !store.isWithinWindow(KeptOutcomeCodec.decidedAt(before), now)) {
            return null;
        }
        KeptOutcome<E> kept = codec.read(command.messageId(), before);
        if (!isSame(kept, command)) {
            return DeadLetters.of(
                    record, command.place(), Outcome.Stage.IDENTIFY, new MessageIdReusedException(command));
        } else if (command.resent() && kept.outcome() instanceof Outcome.Failed) {
            return null;
        }
        return new Effects<>(List.of(), null, null, null, true, command.requestId(), kept.outcome());
    }

    /**
     * The effects of a command that is new, and what is kept of them; with the outcome as those will see it who ask again.
     *
     * @param before what is kept under its id
     */
    Effects<E> keep(CommandRecord<?, C> command, Effects<E> effects, byte @Nullable [] before, long now) {
        byte[] value = codec.write(
                new KeptOutcome<>(
                        now, command.subject(), command.condition(), kept(command.message()), effects.outcome()),
                effects.events());
        Bytes id = OutcomeStore.key(command.messageId());
        RecordLimit.DEFAULT.require(
                new Record<>(id.get(), value, now), "the outcome, which is kept under the command's id,");
        Outcome<E> outcome = codec.read(command.messageId(), value).outcome();
        return effects.keeping(new Kept(id, before, value, now), outcome);
    }

    private boolean isSame(KeptOutcome<E> kept, CommandRecord<?, C> command) {
        return Arrays.equals(kept.subject(), command.subject())
                && kept.condition().means(command.condition())
                && (Arrays.equals(kept.command(), kept(command.message()))
                        || isSameWithTodaysSchema(kept.command(), command.command()));
    }

    /** Between the two the schema of the command may have changed. */
    private boolean isSameWithTodaysSchema(byte[] message, C command) {
        try {
            return Arrays.equals(commands.write(commands.read(message)), commands.write(command));
        } catch (RuntimeException e) {
            // A digest, or a command that is not known any longer.
            return false;
        }
    }

    private static byte[] kept(byte[] message) {
        if (message.length <= LONGEST_KEPT_WHOLE) {
            return message;
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(message);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
