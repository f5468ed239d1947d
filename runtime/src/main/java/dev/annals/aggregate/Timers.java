package dev.annals.aggregate;

import dev.annals.schema.SchemaRegistryException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.Cancellable;
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
 * them. They are looked at when the first of them is due, and no sooner: a look costs a commit. Each that is due becomes a command in
 * the commands topic, and is gone. Used by one thread.
 */
final class Timers<K, C, S> {

    private static final Logger LOG = LoggerFactory.getLogger(Timers.class);

    /** So many at once; the others wait for the next look, and commands come between. */
    private static final int MOST_AT_ONCE = 1_000;

    private static final long SOONEST_MS = 10;

    /** The clock may be set meanwhile. */
    private static final long LATEST_MS = 60_000;

    private final Aggregate<K, C, ?, S> aggregate;
    private final EntityStateCodec<S> states;
    private final TimerCommands<K, C> commands;
    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<Bytes, byte[]> entities;
    private final KeyValueStore<Bytes, byte[]> timers;
    private final OutputNodes outputs;

    /** Those that failed since the start: they stay, for code that is mended. */
    private final Set<Bytes> failed = new HashSet<>();

    /** There is no timer below: what was deleted there need not be gone over again and again. */
    private Bytes lower = Timer.FIRST;

    private @Nullable Cancellable next;
    private long nextAt = Long.MAX_VALUE;

    Timers(
            Aggregate<K, C, ?, S> aggregate,
            AggregateSerdes<C, ?, S> serdes,
            ProcessorContext<byte[], byte[]> context,
            OutputNodes outputs) {
        this.aggregate = aggregate;
        this.states = new EntityStateCodec<>(serdes.snapshots());
        this.commands = new TimerCommands<>(aggregate, serdes.commands());
        this.context = context;
        this.entities = context.getStateStore(aggregate.name().store());
        this.timers = context.getStateStore(aggregate.name().deadlinesStore());
        this.outputs = outputs;
    }

    /** Looks for what is due, from now on. */
    void start() {
        lookAt(context.currentSystemTimeMs());
    }

    void close() {
        if (next != null) {
            next.cancel();
        }
    }

    void change(List<TimerChange> changes) {
        for (TimerChange change : changes) {
            if (change.value() == null) {
                timers.delete(change.timer().key());
            } else {
                set(change.timer(), change.value());
            }
        }
    }

    private void set(Timer timer, byte[] value) {
        Bytes key = timer.key();
        timers.put(key, value);
        if (key.compareTo(lower) < 0) {
            lower = key;
        }
        lookAt(timer.millis());
    }

    private void lookAt(long millis) {
        if (millis < nextAt) {
            close();
            long now = context.currentSystemTimeMs();
            long wait = millis <= now ? 0 : millis - now;
            // Below zero where the difference does not fit.
            long bounded = wait < 0 ? LATEST_MS : Math.min(LATEST_MS, Math.max(SOONEST_MS, wait));
            next = context.schedule(Duration.ofMillis(bounded), PunctuationType.WALL_CLOCK_TIME, this::look);
            nextAt = millis;
        }
    }

    private void look(long now) {
        close();
        nextAt = Long.MAX_VALUE;
        boolean allMade = make(now);
        List<KeyValue<Bytes, byte[]>> due = due(now);
        boolean complete = allMade && due.size() < MOST_AT_ONCE;
        if (complete) {
            // Before they fire: one that says an earlier time than it did lowers it again.
            lower = Timer.until(now);
        }
        due.forEach(timer -> fire(timer, now));
        if (!complete) {
            lookAt(now);
            return;
        }
        try (KeyValueIterator<Bytes, byte[]> later = timers.range(lower, null)) {
            if (later.hasNext()) {
                lookAt(Timer.of(later.peekNextKey()).millis());
            }
        }
    }

    private List<KeyValue<Bytes, byte[]>> due(long now) {
        List<KeyValue<Bytes, byte[]>> due = new ArrayList<>();
        try (KeyValueIterator<Bytes, byte[]> range = timers.range(lower, Timer.until(now))) {
            while (range.hasNext() && due.size() < MOST_AT_ONCE) {
                KeyValue<Bytes, byte[]> timer = range.next();
                if (!failed.contains(timer.key)) {
                    due.add(timer);
                }
            }
        }
        return due;
    }

    private void fire(KeyValue<Bytes, byte[]> stored, long now) {
        Timer timer = Timer.of(stored.key);
        // Outside the try block: a store that fails is no fault of the deadline's.
        byte[] entity = entities.get(timer.entity());
        Deadlines<C> deadlines;
        Record<byte[], byte[]> command;
        try {
            EntityState<S> state = states.read(entity);
            K key = aggregate.keys().fromBytes(timer.entity().get());
            deadlines = state.snapshot() == null ? new Deadlines<>() : aggregate.deadlines(key, state.snapshot());
            C due = deadlines.command(timer.name(), timer.millis());
            command = due == null ? null : commands.record(timer, key, due, state.version(), stored.value, now);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            fail(timer, e, now);
            return;
        }
        timers.delete(stored.key);
        Long other = deadlines.millis(timer.name());
        if (command != null) {
            context.forward(command, outputs.deadlines());
        } else if (other != null) {
            // Code that says another time than that which set it: the state has not changed since.
            set(new Timer(other, timer.name(), timer.entity()), stored.value);
        }
    }

    private void fail(Timer timer, Throwable cause, long now) {
        LOG.error(
                "The deadline {} of {} failed; it is tried again at the next start",
                timer.name(),
                aggregate.name(),
                cause);
        failed.add(timer.key());
        Headers headers = DeadLetterHeaders.of(
                new RecordHeaders().add(MessageHeaders.DEADLINE, MessageHeaders.bytes(timer.toText())),
                aggregate.commandsTopic(),
                context.taskId().partition(),
                -1,
                Outcome.Stage.DECIDE.name().toLowerCase(Locale.ROOT),
                cause);
        context.forward(new Record<>(timer.entity().get(), null, now, headers), outputs.deadLetters());
    }

    /**
     * Makes the timers of entities that were there before their deadlines were, or whose state was built again.
     *
     * @return whether all of them have theirs
     */
    private boolean make(long now) {
        List<String> names = aggregate.deadlineNames();
        byte[] stored = timers.get(TimerMarker.KEY);
        TimerMarker marker = stored == null ? TimerMarker.NONE : TimerMarker.of(stored);
        boolean begun = marker.names().equals(names);
        if (begun && marker.upTo() == null) {
            return true;
        }
        List<String> former = begun ? marker.former() : marker.names();
        Bytes last = begun ? marker.upTo() : null;
        int count = 0;
        try (KeyValueIterator<Bytes, byte[]> range = entities.range(last, null)) {
            while (range.hasNext() && count < MOST_AT_ONCE) {
                KeyValue<Bytes, byte[]> entity = range.next();
                make(entity, former, now);
                last = entity.key;
                count++;
            }
        }
        boolean complete = count < MOST_AT_ONCE;
        TimerMarker next = complete ? new TimerMarker(names, List.of(), null) : new TimerMarker(names, former, last);
        timers.put(TimerMarker.KEY, next.toBytes());
        return complete;
    }

    private void make(KeyValue<Bytes, byte[]> entity, List<String> former, long now) {
        try {
            K key = aggregate.keys().fromBytes(entity.key.get());
            for (Timer timer : TimerChange.timers(
                    aggregate, key, entity.key, states.read(entity.value).snapshot())) {
                boolean wasDue = former.contains(timer.name()) && timer.millis() <= now;
                if (!wasDue && timers.get(timer.key()) == null) {
                    set(timer, TimerChange.value("", "", ""));
                }
            }
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            LOG.error("What is due of {} {} is not known", aggregate.name(), entity.key, e);
        }
    }
}
