package dev.annals.schedule;

import dev.annals.aggregate.Alarm;
import dev.annals.aggregate.DeadLetterHeaders;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.extension.ExtensionName;
import dev.annals.reaction.CommandWriter;
import dev.annals.reaction.Commands;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.streams.StreamMetrics;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Looks when the next time has come, notes that it is over, and gives its commands: in one transaction. */
final class TickProcessor extends ContextualProcessor<byte[], byte[], byte[], byte[]> {

    private static final Logger LOG = LoggerFactory.getLogger(TickProcessor.class);

    private static final String LAST = "last";
    private static final String SCHEDULE = "schedule";
    private static final String STAGE = "tick";

    /** What clocks of several hosts may differ by. */
    private static final long MOST_AHEAD_MS = 60_000;

    private final ExtensionName name;
    private final String node;
    private final Schedule schedule;
    private final Ticks ticks;
    private final CommandWriter commands;
    private @Nullable KeyValueStore<String, Long> store;
    private @Nullable Alarm alarm;
    private StreamMetrics metrics = StreamMetrics.NONE;

    TickProcessor(ExtensionName name, String node, Schedule schedule, Ticks ticks, CommandWriter commands) {
        this.name = name;
        this.node = node;
        this.schedule = schedule;
        this.ticks = ticks;
        this.commands = commands;
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> context) {
        super.init(context);
        store = context.getStateStore(ScheduleNodes.STORE);
        metrics = StreamMetrics.of(context.appConfigs());
        Alarm set = new Alarm(context, this::look);
        alarm = set;
        set.setTo(context.currentSystemTimeMs());
    }

    /** There is nothing in the topic; what somebody writes to it means nothing. */
    @Override
    public void process(Record<byte[], byte[]> record) {}

    @Override
    public void close() {
        if (alarm != null) {
            alarm.cancel();
        }
    }

    private void look(long now) {
        KeyValueStore<String, Long> times = Objects.requireNonNull(store, "init was called");
        Long last = times.get(LAST);
        if (last == null || isAnother(times) || isAhead(last, now)) {
            // It begins now.
            times.put(LAST, now);
            times.put(SCHEDULE, schedule.fingerprint());
        } else {
            schedule.lastBetween(Instant.ofEpochMilli(last), Instant.ofEpochMilli(now))
                    .ifPresent(due -> tick(due, now, times));
        }
        Objects.requireNonNull(alarm, "init was called")
                .setTo(schedule.nextAfter(Instant.ofEpochMilli(now))
                        .map(Instant::toEpochMilli)
                        .orElse(Long.MAX_VALUE));
    }

    /** What was made up for by the former one was never a time of this one. */
    private boolean isAnother(KeyValueStore<String, Long> times) {
        Long former = times.get(SCHEDULE);
        return former == null || former != schedule.fingerprint();
    }

    /** A clock was ahead, here or where it ran before: it is not waited for until that time comes. */
    private boolean isAhead(long last, long now) {
        boolean isAhead = last > now + MOST_AHEAD_MS;
        if (isAhead) {
            LOG.warn(
                    "{} has had its time of {} already, which is to come: a clock was ahead. It goes on from now",
                    name,
                    Instant.ofEpochMilli(last));
        }
        return isAhead;
    }

    /** What takes long is done before the transaction begins. */
    private void tick(Instant time, long now, KeyValueStore<String, Long> times) {
        List<Record<byte[], byte[]>> records = new ArrayList<>();
        String sink;
        try {
            Commands<?> given = ticks.at(time);
            add(given, time, now, records);
            sink = given.to() == null ? "" : CommandWriter.sink(node, given.to());
            metrics.countCommands(records.size());
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            records = List.of(letter(time, now, e));
            sink = ScheduleNodes.DEAD_LETTERS;
        }
        times.put(LAST, time.toEpochMilli());
        for (Record<byte[], byte[]> record : records) {
            context().forward(record, sink);
        }
    }

    private <C> void add(Commands<C> given, Instant time, long now, List<Record<byte[], byte[]>> records) {
        if (given.to() != null) {
            for (C command : given.all()) {
                String id = "%s%s:%s:%d".formatted(MessageHeaders.GENERATED_ID, name, time, records.size() + 1);
                records.add(commands.record(given.to(), command, id, new RecordHeaders(), now));
            }
        }
    }

    private Record<byte[], byte[]> letter(Instant time, long now, Throwable cause) {
        LOG.error("{} failed for {}", name, time, cause);
        metrics.countDeadLetter(STAGE);
        Headers headers = DeadLetterHeaders.of(
                new RecordHeaders().add(MessageHeaders.TIME, MessageHeaders.bytes(time.toString())),
                name.ticksTopic(),
                context().taskId().partition(),
                -1,
                STAGE,
                cause);
        return new Record<>(null, null, now, headers);
    }
}
