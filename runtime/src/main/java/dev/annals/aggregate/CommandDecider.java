package dev.annals.aggregate;

import dev.annals.schema.SchemaRegistryException;
import java.util.List;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Says what a command leads to, and writes nothing yet. Used by one thread. */
final class CommandDecider<K, C, E, S> {

    private final Aggregate<K, C, E, S> aggregate;
    private final EffectsWriter<K, C, E, S> writer;
    private final EntityStateCodec<S> states;
    private final Deduplication<C, E> deduplication;

    CommandDecider(
            Aggregate<K, C, E, S> aggregate, AggregateSerdes<C, E, S> serdes, Deduplication<C, E> deduplication) {
        this.aggregate = aggregate;
        this.writer = new EffectsWriter<>(aggregate, serdes, RecordLimit.DEFAULT);
        this.states = new EntityStateCodec<>(serdes.snapshots());
        this.deduplication = deduplication;
    }

    /** A command whose id its caller may use again: decided where that has not been done, else answered as it was. */
    Effects<E> decideOnce(
            Record<byte[], byte[]> record,
            CommandRecord<K, C> command,
            byte @Nullable [] stored,
            OutcomeStore outcomes,
            long now) {
        byte[] before = outcomes.find(OutcomeStore.key(command.messageId()), now);
        Outcome.Stage stage = Outcome.Stage.DECIDE;
        try {
            Effects<E> repeated = deduplication.repeat(record, command, before, outcomes, now);
            if (repeated != null) {
                return repeated;
            }
            Effects<E> decided = decide(record, command, stored);
            stage = Outcome.Stage.WRITE;
            return deduplication.keep(command, decided, before, now);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception e) {
            // What was kept by a later version, or is too large to be kept. Not kept either, and above all not decided
            // again.
            return DeadLetters.of(record, command.place(), stage, e);
        }
    }

    /** A command that is decided whatever came before. */
    Effects<E> decide(Record<byte[], byte[]> record, CommandRecord<K, C> command, byte @Nullable [] stored) {
        Outcome.Stage stage = Outcome.Stage.DECIDE;
        try {
            EntityState<S> before = states.read(stored);
            if (!command.condition().holds(before.visibleVersion())) {
                return conditionFailed(command, before);
            }
            if (isCancelled(command, before)) {
                return nothing(command, before);
            }
            Step<E, S> step = Step.of(aggregate, before, command.command(), command.context(before.version()));
            stage = Outcome.Stage.WRITE;
            return writer.write(command, step, stored);
        } catch (SchemaRegistryException e) {
            // No fault of the command's: it is read again when the registry answers.
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return DeadLetters.of(record, command.place(), stage, e);
        }
    }

    /** Whether it comes from a deadline that its entity no longer has. */
    private boolean isCancelled(CommandRecord<K, C> command, EntityState<S> state) {
        return command.deadline() != null
                && !TimerChange.timers(aggregate, command.key(), command.keyBytes(), state.snapshot())
                        .contains(Timer.ofText(command.deadline(), command.keyBytes()));
    }

    private Effects<E> nothing(CommandRecord<K, C> command, EntityState<S> state) {
        return without(command, new Outcome.Recorded<>(command.messageId(), List.of(), false, state.visibleVersion()));
    }

    private Effects<E> conditionFailed(CommandRecord<K, C> command, EntityState<S> state) {
        return without(command, new Outcome.ConditionFailed<>(command.messageId(), state.visibleVersion()));
    }

    /** No effects but that its caller is told. */
    private Effects<E> without(CommandRecord<K, C> command, Outcome<E> outcome) {
        return new Effects<>(List.of(), null, null, null, false, command.requestId(), outcome);
    }
}
