package dev.annals.schedule;

import dev.annals.aggregate.DeadLetterHeaders;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.extension.ExtensionName;
import dev.annals.reaction.CommandWriter;
import dev.annals.reaction.Commands;
import dev.annals.schema.SchemaRegistryException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.Cancellable;
import org.apache.kafka.streams.processor.PunctuationType;
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
    private static final long SOONEST_MS = 10;

    /** The clock may be set meanwhile. */
    private static final long LATEST_MS = 60_000;

    private final ExtensionName name;
    private final String node;
    private final Schedule schedule;
    private final Ticks ticks;
    private final CommandWriter commands;
    private @Nullable KeyValueStore<String, Long> store;
    private @Nullable Cancellable next;

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
        lookIn(0);
    }

    /** There is nothing in the topic; what somebody writes to it means nothing. */
    @Override
    public void process(Record<byte[], byte[]> record) {}

    @Override
    public void close() {
        if (next != null) {
            next.cancel();
        }
    }

    private void lookIn(long millis) {
        close();
        Duration interval = Duration.ofMillis(Math.min(LATEST_MS, Math.max(SOONEST_MS, millis)));
        next = context().schedule(interval, PunctuationType.WALL_CLOCK_TIME, this::look);
    }

    private void look(long now) {
        KeyValueStore<String, Long> times = Objects.requireNonNull(store, "init was called");
        Long last = times.get(LAST);
        if (last == null) {
            // It begins now.
            times.put(LAST, now);
        } else {
            Optional<Instant> due = schedule.lastBetween(Instant.ofEpochMilli(last), Instant.ofEpochMilli(now));
            if (due.isPresent()) {
                times.put(LAST, due.get().toEpochMilli());
                tick(due.get(), now);
            }
        }
        lookIn(schedule.nextAfter(Instant.ofEpochMilli(now))
                .map(time -> time.toEpochMilli() - now)
                .orElse(LATEST_MS));
    }

    private void tick(Instant time, long now) {
        List<Record<byte[], byte[]>> records = new ArrayList<>();
        Commands<?> given;
        try {
            given = ticks.at(time);
            add(given, time, now, records);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            fail(time, now, e);
            return;
        }
        records.forEach(record ->
                context().forward(record, CommandWriter.sink(node, Objects.requireNonNull(given.to()))));
    }

    private <C> void add(Commands<C> given, Instant time, long now, List<Record<byte[], byte[]>> records) {
        if (given.to() != null) {
            for (C command : given.all()) {
                String id = "%s%s:%s:%d".formatted(MessageHeaders.GENERATED_ID, name, time, records.size() + 1);
                records.add(commands.record(given.to(), command, id, new RecordHeaders(), now));
            }
        }
    }

    private void fail(Instant time, long now, Throwable cause) {
        LOG.error("{} failed for {}", name, time, cause);
        Headers headers = DeadLetterHeaders.of(
                new RecordHeaders().add(MessageHeaders.TIME, MessageHeaders.bytes(time.toString())),
                name.ticksTopic(),
                context().taskId().partition(),
                -1,
                "tick",
                cause);
        context().forward(new Record<>(null, null, now, headers), ScheduleNodes.DEAD_LETTERS);
    }
}
