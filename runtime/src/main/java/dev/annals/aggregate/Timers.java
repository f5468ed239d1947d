package dev.annals.aggregate;

import dev.annals.schema.SchemaRegistryException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The timers of one partition: kept in a store of the same task as the entities that they belong to, and so in one transaction with
 * them. Those that are due are looked for every {@value #TICK_MS} ms; each becomes a command in the commands topic, and is gone.
 * Used by one thread.
 */
final class Timers<K, C, S> {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    private static final long TICK_MS = 100;

    /** So many at once; the others wait for the next look, and commands come between. */
    private static final int MOST_AT_ONCE = 1_000;

    private final Aggregate<K, C, ?, S> aggregate;
    private final AggregateSerdes<C, ?, S> serdes;
    private final EntityStateCodec<S> states;
    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<Bytes, byte[]> entities;
    private final KeyValueStore<Bytes, byte[]> timers;
    private final OutputNodes outputs;

    Timers(
            Aggregate<K, C, ?, S> aggregate,
            AggregateSerdes<C, ?, S> serdes,
            ProcessorContext<byte[], byte[]> context,
            OutputNodes outputs) {
        this.aggregate = aggregate;
        this.serdes = serdes;
        this.states = new EntityStateCodec<>(serdes.snapshots());
        this.context = context;
        this.entities = context.getStateStore(aggregate.name().store());
        this.timers = context.getStateStore(aggregate.name().deadlinesStore());
        this.outputs = outputs;
    }

    /** Begins to look for what is due. */
    void start() {
        context.schedule(Duration.ofMillis(TICK_MS), PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    void change(List<TimerChange> changes) {
        for (TimerChange change : changes) {
            timers.put(change.key(), change.value());
        }
    }

    private void look(long now) {
        if (timers.get(Timer.MARKER) == null) {
            makeAll();
            timers.put(Timer.MARKER, new byte[0]);
        }
        for (KeyValue<Bytes, byte[]> due : due(now)) {
            timers.delete(due.key);
            Timer timer = Timer.of(due.key);
            Record<byte[], byte[]> command = command(timer, due.value, now);
            if (command != null) {
                context.forward(command, command.value() == null ? outputs.deadLetters() : outputs.deadlines());
            }
        }
    }

    /** Of entities that were there before their deadlines were, or whose state was built again. */
    private void makeAll() {
        long made = 0;
        try (KeyValueIterator<Bytes, byte[]> all = entities.all()) {
            while (all.hasNext()) {
                KeyValue<Bytes, byte[]> entity = all.next();
                made += make(entity.key, entity.value);
            }
        }
        if (made > 0) {
            LOG.info("Set {} deadlines of {} that its entities had", made, aggregate.name());
        }
    }

    private int make(Bytes key, byte[] stored) {
        byte[] unknown = TimerChange.value("", "");
        try {
            var found = TimerChange.keys(
                    aggregate,
                    aggregate.keys().fromBytes(key.get()),
                    key,
                    states.read(stored).snapshot());
            found.forEach(timer -> timers.putIfAbsent(timer, unknown));
            return found.size();
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception e) {
            LOG.error("The deadlines of {} {} are not known", aggregate.name(), key, e);
            return 0;
        }
    }

    private List<KeyValue<Bytes, byte[]>> due(long now) {
        List<KeyValue<Bytes, byte[]>> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = timers.range(Timer.FIRST, Timer.until(now))) {
            while (range.hasNext() && due.size() < MOST_AT_ONCE) {
                due.add(range.next());
            }
        }
        return due;
    }

    /** The command of a timer, or a dead letter, which has no value; null where its entity no longer has that deadline. */
    private @Nullable Record<byte[], byte[]> command(Timer timer, byte[] value, long now) {
        try {
            EntityState<S> state = states.read(entities.get(timer.entity()));
            K key = aggregate.keys().fromBytes(timer.entity().get());
            C command = state.snapshot() == null
                    ? null
                    : aggregate.deadlines(key, state.snapshot()).command(timer.name(), timer.millis());
            return command == null ? null : record(timer, key, command, state.version(), value, now);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            LOG.error("The deadline {} of {} failed and is a dead letter", timer.name(), aggregate.name(), e);
            return new Record<>(timer.entity().get(), null, now, letter(timer, e));
        }
    }

    private Record<byte[], byte[]> record(Timer timer, K key, C command, long version, byte[] value, long now) {
        K target = aggregate.keyOf(command);
        byte[] targetBytes = aggregate.keys().toBytes(target);
        String subject = aggregate.keys().toText(key);
        if (!Bytes.wrap(targetBytes).equals(timer.entity())) {
            throw new IllegalStateException(
                    "The command of a deadline is for its own entity, %s, and this one is for %s"
                            .formatted(subject, aggregate.keys().toText(target)));
        }
        String id = "%s:%s@%d:%s".formatted(aggregate.name(), subject, version, timer.name());
        Headers headers = MessageHeaders.ofCommand(
                        id,
                        serdes.commands().typeName(command),
                        aggregate.name().source(),
                        now,
                        subject)
                .add(MessageHeaders.DEADLINE, MessageHeaders.bytes(timer.toText()));
        String[] chain = new String(value, StandardCharsets.UTF_8).split("\n", 2);
        if (!chain[0].isEmpty()) {
            headers.add(MessageHeaders.CORRELATION_ID, MessageHeaders.bytes(chain[0]));
            headers.add(MessageHeaders.CAUSATION_ID, MessageHeaders.bytes(chain[1]));
        }
        Record<byte[], byte[]> record =
                new Record<>(targetBytes, serdes.commands().write(command), now, headers);
        RecordLimit.DEFAULT.require(record, "the command");
        return record;
    }

    private Headers letter(Timer timer, Throwable cause) {
        return DeadLetterHeaders.of(
                new RecordHeaders().add(MessageHeaders.DEADLINE, MessageHeaders.bytes(timer.toText())),
                aggregate.commandsTopic(),
                context.taskId().partition(),
                -1,
                Outcome.Stage.DECIDE.name().toLowerCase(Locale.ROOT),
                cause);
    }
}
