package dev.annals.aggregate;

import dev.annals.aggregate.Effects.Kept;
import dev.annals.aggregate.Effects.StateChange;
import dev.annals.ownership.Lease;
import dev.annals.ownership.Leases;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.transaction.OpenTransactions;
import java.time.Duration;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/**
 * Takes one command after another of a partition: decides it against the state that all earlier ones left, evolves the
 * state, and writes state, events and snapshot, all in the transaction that also commits the command's offset.
 */
final class AggregateProcessor<K, C, E, S> implements Processor<byte[], byte[], byte[], byte[]> {

    private final Shared<K, C, E, S> shared;
    private final CommandReader<K, C> reader;
    private final CommandDecider<K, C, E, S> decider;
    private final OutputNodes outputs;
    private @Nullable Task task;

    AggregateProcessor(Shared<K, C, E, S> shared, Partitioning partitioning) {
        this.shared = shared;
        Aggregate<K, C, E, S> aggregate = shared.aggregate();
        AggregateSerdes<C, E, S> serdes = shared.serdes();
        this.reader = new CommandReader<>(aggregate, serdes.commands(), partitioning);
        this.decider = new CommandDecider<>(
                aggregate, serdes, new Deduplication<>(serdes.commands(), new KeptOutcomeCodec<>(serdes.events())));
        this.outputs = OutputNodes.of(aggregate.name());
    }

    /** What the processors of all partitions share with the readers and callers in this process. */
    record Shared<K, C, E, S>(
            Aggregate<K, C, E, S> aggregate,
            AggregateSerdes<C, E, S> serdes,
            CommittedViews views,
            OutcomeReader<E> outcomes,
            PendingOutcomes<E> pending,
            OpenTransactions transactions,
            Leases leases,
            Duration deduplicationWindow,
            CommandMetrics metrics) {

        boolean keepsOutcomes() {
            return !deduplicationWindow.isZero();
        }
    }

    /** What belongs to one assignment of the partition; a task that is revived is given a new one. */
    private record Task(
            ProcessorContext<byte[], byte[]> context,
            KeyValueStore<Bytes, byte[]> store,
            CommittedView view,
            @Nullable OutcomeStore outcomes,
            @Nullable KeyValueStore<Bytes, byte[]> history,
            @Nullable Timers<?, ?, ?> timers,
            CommandTally tally) {

        int partition() {
            return context.taskId().partition();
        }
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        int partition = context.taskId().partition();
        Lease lease = shared.leases().ofThread();
        CommittedView view = shared.views().open(partition, lease);
        AggregateName name = shared.aggregate().name();
        OutcomeStore outcomes = null;
        if (shared.keepsOutcomes()) {
            WindowStore<Bytes, byte[]> store = context.getStateStore(name.outcomesStore());
            outcomes = new OutcomeStore(store, shared.deduplicationWindow(), lease);
            shared.outcomes().open(partition, outcomes);
        }
        CommandTally tally = new CommandTally(shared.metrics(), shared.transactions());
        KeyValueStore<Bytes, byte[]> history =
                shared.aggregate().keepsHistory() ? context.getStateStore(name.historyStore()) : null;
        Timers<K, C, S> timers = null;
        if (shared.aggregate().hasDeadlines()) {
            timers = new Timers<>(shared.aggregate(), shared.serdes(), context, outputs, shared.metrics());
            timers.start();
        }
        task = new Task(context, context.getStateStore(name.store()), view, outcomes, history, timers, tally);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        long started = System.nanoTime();
        Task current = requireTask();
        Place place = Place.of(current.context().recordMetadata().orElseThrow());
        Effects<E> effects = effects(current, record, place);
        apply(effects, current);
        current.tally().add(effects, started);
    }

    @Override
    public void close() {
        Task current = task;
        if (current != null) {
            if (current.timers() != null) {
                current.timers().cancel();
            }
            shared.views().close(current.partition(), current.view());
            if (current.outcomes() != null) {
                shared.outcomes().close(current.partition(), current.outcomes());
            }
        }
    }

    private Task requireTask() {
        Task current = task;
        if (current == null) {
            throw new IllegalStateException(
                    "The processor of " + shared.aggregate().name() + " was not initialized");
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
        OutcomeStore outcomes = current.outcomes();
        return outcomes == null || !command.mayComeAgain()
                ? decider.decide(record, command, stored)
                : decider.decideOnce(
                        record, command, stored, outcomes, current.context().currentSystemTimeMs());
    }

    private void apply(Effects<E> effects, Task current) {
        for (Record<byte[], byte[]> event : effects.events()) {
            current.context().forward(event, outputs.events());
            if (current.history() != null) {
                addTo(current.history(), event);
            }
        }
        StateChange change = effects.change();
        if (change != null) {
            current.view().remember(change.key(), change.committed());
            current.store().put(change.key(), change.value());
            current.context().forward(change.snapshot(), outputs.snapshots());
            if (current.timers() != null) {
                current.timers().change(change.timers());
            }
            shared.transactions().afterCommit(current.view()::forgetAll);
        }
        if (effects.kept() != null && current.outcomes() != null) {
            keep(effects.kept(), current.outcomes());
        }
        if (effects.deadLetter() != null) {
            current.context().forward(effects.deadLetter(), outputs.deadLetters());
        }
        String requestId = effects.requestId();
        if (requestId != null && shared.pending().isAwaited(requestId)) {
            reply(requestId, effects.outcome(), current);
        }
    }

    private static void addTo(KeyValueStore<Bytes, byte[]> history, Record<byte[], byte[]> event) {
        HistoryCodec.entry(event.key(), event.headers(), event.value())
                .ifPresent(entry -> history.put(entry.key, entry.value));
    }

    private void keep(Kept kept, OutcomeStore outcomes) {
        outcomes.keep(kept.id(), kept.before(), kept.value(), kept.now());
        shared.transactions().afterCommit(outcomes::committed);
    }

    /** After the commit; which need not wait for company where nobody else in this process waits for an outcome. */
    private void reply(String requestId, Outcome<E> outcome, Task current) {
        int partition = current.partition();
        if (shared.transactions().afterCommitReply(() -> complete(requestId, outcome, partition))) {
            current.context().commit();
        }
    }

    private void complete(String requestId, Outcome<E> outcome, int partition) {
        OpenTransactions transactions = shared.transactions();
        AggregateName name = shared.aggregate().name();
        Position position = Position.of(
                name,
                partition,
                transactions.lastSent(name.eventsTopic(), partition),
                transactions.lastSent(name.snapshotsTopic(), partition));
        shared.pending().complete(requestId, new CommittedOutcome<>(outcome, position));
    }
}
