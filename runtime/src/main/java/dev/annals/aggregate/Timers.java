package dev.annals.aggregate;

import dev.annals.schema.SchemaRegistryException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
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

    /** So long at once: a transaction must not last longer than the broker allows, and commands wait. */
    private static final long LONGEST_NANOS = TimeUnit.SECONDS.toNanos(1);

    private final Aggregate<K, C, ?, S> aggregate;
    private final EntityStateCodec<S> states;
    private final TimerCommands<K, C> commands;
    private final ProcessorContext<byte[], byte[]> context;
    private final KeyValueStore<Bytes, byte[]> entities;
    private final KeyValueStore<Bytes, byte[]> timers;
    private final OutputNodes outputs;
    private final CommandMetrics metrics;

    /** Those that failed since the start, and were not set anew. */
    private final Set<Bytes> failed = new HashSet<>();

    /** There is none to be fired below: what was deleted there need not be gone over again and again. */
    private Bytes lower = Timer.FIRST;

    private final Alarm alarm;

    Timers(
            Aggregate<K, C, ?, S> aggregate,
            AggregateSerdes<C, ?, S> serdes,
            ProcessorContext<byte[], byte[]> context,
            OutputNodes outputs,
            CommandMetrics metrics) {
        this.aggregate = aggregate;
        this.states = new EntityStateCodec<>(serdes.snapshots());
        this.commands = new TimerCommands<>(aggregate, serdes.commands());
        this.context = context;
        this.entities = context.getStateStore(aggregate.name().store());
        this.timers = context.getStateStore(aggregate.name().deadlinesStore());
        this.outputs = outputs;
        this.metrics = metrics;
        this.alarm = new Alarm(context, this::look);
    }

    /** Looks for what is due, from now on. */
    void start() {
        alarm.setTo(context.currentSystemTimeMs());
    }

    /** Looks no more. */
    void cancel() {
        alarm.cancel();
    }

    void change(List<TimerChange> changes) {
        for (TimerChange change : changes) {
            if (change.cause() == null) {
                timers.delete(change.timer().key());
                failed.remove(change.timer().key());
            } else {
                set(change.timer(), change.cause());
            }
        }
    }

    private void set(Timer timer, TimerCause cause) {
        Bytes key = timer.key();
        timers.put(key, cause.toBytes());
        failed.remove(key);
        lowerTo(key);
        alarm.setTo(timer.millis());
    }

    private void lowerTo(Bytes key) {
        if (key.compareTo(lower) < 0) {
            lower = key;
        }
    }

    private void look(long now) {
        long end = System.nanoTime() + LONGEST_NANOS;
        boolean allMade = make(now, end);
        boolean allFired = fire(due(now), now, end);
        if (!allMade || !allFired) {
            alarm.setTo(now);
            return;
        }
        try (KeyValueIterator<Bytes, byte[]> later = timers.range(lower, null)) {
            if (later.hasNext()) {
                alarm.setTo(Timer.of(later.peekNextKey()).millis());
            }
        }
    }

    /** Whether none is left that is due. */
    private boolean fire(List<KeyValue<Bytes, byte[]>> due, long now, long end) {
        boolean areAll = due.size() < MOST_AT_ONCE;
        // Before they fire: one that says an earlier time than it did lowers it again.
        lower = areAll ? Timer.until(now) : due.get(due.size() - 1).key;
        for (int fired = 0; fired < due.size(); fired++) {
            if (fired > 0 && System.nanoTime() - end >= 0) {
                lowerTo(due.get(fired).key);
                return false;
            }
            fire(due.get(fired), now);
        }
        return areAll;
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
        TimerCause cause = TimerCause.of(stored.value);
        // Outside the try block: a store that fails is no fault of the deadline's.
        byte[] entity = entities.get(timer.entity());
        Deadlines<C> deadlines;
        Record<byte[], byte[]> command;
        try {
            EntityState<S> state = states.read(entity);
            K key = aggregate.keys().fromBytes(timer.entity().get());
            deadlines = state.snapshot() == null ? new Deadlines<>() : aggregate.deadlines(key, state.snapshot());
            C due = deadlines.command(timer.name(), timer.millis());
            command = due == null ? null : commands.record(timer, key, due, state.version(), cause, now);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            fail(timer, cause, e, now);
            return;
        }
        timers.delete(stored.key);
        Long other = deadlines.millis(timer.name());
        if (command != null) {
            context.forward(command, outputs.deadlines());
        } else if (other != null) {
            // Code that says another time than that which set it: the state has not changed since.
            set(new Timer(other, timer.name(), timer.entity()), cause);
        }
    }

    /** It stays, for code that is mended, or a state; and is a dead letter once. */
    private void fail(Timer timer, TimerCause timerCause, Throwable cause, long now) {
        LOG.error(
                "The deadline {} of {} failed; it is tried again where its partition starts the next time",
                timer.name(),
                aggregate.name(),
                cause);
        failed.add(timer.key());
        if (timerCause.isReported()) {
            return;
        }
        metrics.countDeadLetters(Outcome.Stage.DECIDE, 1);
        timers.put(timer.key(), timerCause.reported().toBytes());
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
    private boolean make(long now, long end) {
        List<String> names = aggregate.deadlineNames();
        byte[] stored = timers.get(TimerMarker.KEY);
        TimerMarker marker = stored == null ? TimerMarker.NONE : TimerMarker.of(stored);
        boolean begun = marker.names().equals(names);
        if (begun && marker.upTo() == null) {
            return true;
        }
        // What was not made to the end is made again: a timer that is made twice gives a command of the same id.
        List<String> former = marker.upTo() != null ? marker.former() : marker.names();
        Bytes last = begun ? marker.upTo() : null;
        int count = 0;
        boolean complete;
        try (KeyValueIterator<Bytes, byte[]> range = entities.range(last, null)) {
            while (range.hasNext() && count < MOST_AT_ONCE && (count == 0 || System.nanoTime() - end < 0)) {
                KeyValue<Bytes, byte[]> entity = range.next();
                make(entity, former, now);
                last = entity.key;
                count++;
            }
            complete = !range.hasNext();
        }
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
                    set(timer, TimerCause.NONE);
                }
            }
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            LOG.error("What is due of {} {} is not known", aggregate.name(), entity.key, e);
            // So that it is asked again when it is looked at, and fails as those do that were set.
            aggregate.deadlineNames().stream()
                    .filter(name -> !former.contains(name))
                    .forEach(name -> set(new Timer(now, name, entity.key), TimerCause.NONE));
        }
    }
}
