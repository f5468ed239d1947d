package dev.annals.aggregate;

import dev.annals.aggregate.Effects.StateChange;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.transaction.OpenTransactions;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes one command after another of a partition: decides it against the state that all earlier ones left, evolves the
 * state, and writes state, events and snapshot, all in the transaction that also commits the command's offset.
 */
final class AggregateProcessor<K, C, E, S> implements Processor<byte[], byte[], byte[], byte[]> {

    private final Aggregate<K, C, E, S> aggregate;
    private final CommittedViews views;
    private final PendingOutcomes<E> pending;
    private final OpenTransactions transactions;
    private final CommandReader<K, C> reader;
    private final EffectsWriter<K, C, E, S> writer;
    private final EntityStateCodec<S> states;
    private final OutputNodes outputs;

    private @Nullable Task task;

    AggregateProcessor(
            Aggregate<K, C, E, S> aggregate,
            AggregateSerdes<C, E, S> serdes,
            Partitioning partitioning,
            CommittedViews views,
            PendingOutcomes<E> pending,
            OpenTransactions transactions) {
        this.aggregate = aggregate;
        this.views = views;
        this.pending = pending;
        this.transactions = transactions;
        this.reader = new CommandReader<>(aggregate, serdes.commands(), partitioning);
        this.writer = new EffectsWriter<>(aggregate, serdes, RecordLimit.DEFAULT);
        this.states = new EntityStateCodec<>(serdes.snapshots());
        this.outputs = OutputNodes.of(aggregate.name());
    }

    /** What belongs to one assignment of the partition; a task that is revived is given a new one. */
    private record Task(
            ProcessorContext<byte[], byte[]> context, KeyValueStore<Bytes, byte[]> store, CommittedView view) {}

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        CommittedView view = views.open(context.taskId().partition());
        task = new Task(context, context.getStateStore(aggregate.name().store()), view);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Task current = requireTask();
        Place place = Place.of(current.context().recordMetadata().orElseThrow());
        apply(effects(current, record, place), current);
    }

    @Override
    public void close() {
        Task current = task;
        if (current != null) {
            views.close(current.context().taskId().partition(), current.view());
        }
    }

    /** After the commit; which need not wait for company where nobody else in this process waits for an outcome. */
    private void reply(Outcome<E> outcome, Task current) {
        if (transactions.afterCommitReply(() -> pending.complete(outcome))) {
            current.context().commit();
        }
    }

    private Task requireTask() {
        Task current = task;
        if (current == null) {
            throw new IllegalStateException("The processor of " + aggregate.name() + " was not initialized");
        }
        return current;
    }

    private Effects<E> effects(Task current, Record<byte[], byte[]> record, Place place) {
        CommandRecord<K, C> command;
        try {
            command = reader.read(record, place);
        } catch (SchemaRegistryException e) {
            // No fault of the command's either: it is read again when the registry answers.
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return DeadLetters.of(record, place, Outcome.Stage.READ, e);
        }
        // Outside the try blocks: a store that fails is no fault of the command's.
        byte[] stored = current.store().get(command.keyBytes());
        return effects(record, command, stored);
    }

    private Effects<E> effects(Record<byte[], byte[]> record, CommandRecord<K, C> command, byte @Nullable [] stored) {
        Outcome.Stage stage = Outcome.Stage.DECIDE;
        try {
            EntityState<S> before = states.read(stored);
            Step<E, S> step = Step.of(aggregate, before, command.command(), command.context(before.version()));
            stage = Outcome.Stage.WRITE;
            return writer.write(command, step, stored);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            return DeadLetters.of(record, command.place(), stage, e);
        }
    }

    private void apply(Effects<E> effects, Task current) {
        for (Record<byte[], byte[]> event : effects.events()) {
            current.context().forward(event, outputs.events());
        }
        StateChange change = effects.change();
        if (change != null) {
            current.view().remember(change.key(), change.committed());
            current.store().put(change.key(), change.value());
            current.context().forward(change.snapshot(), outputs.snapshots());
            transactions.afterCommit(current.view()::forgetAll);
        }
        if (effects.deadLetter() != null) {
            current.context().forward(effects.deadLetter(), outputs.deadLetters());
        }
        if (pending.isAwaited(effects.outcome().messageId())) {
            reply(effects.outcome(), current);
        }
    }
}
