package dev.annals.aggregate;

import static dev.annals.aggregate.MessageHeaders.bytes;

import dev.annals.Decision;
import dev.annals.aggregate.Effects.StateChange;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Turns a step into records with their headers. Used by one thread. */
final class EffectsWriter<K, C, E, S> {

    private final Aggregate<K, C, E, S> aggregate;
    private final AggregateSerdes<C, E, S> serdes;
    private final RecordLimit limit;
    private final byte[] source;
    private final Map<String, byte[]> typeNames = new HashMap<>();

    EffectsWriter(Aggregate<K, C, E, S> aggregate, AggregateSerdes<C, E, S> serdes, RecordLimit limit) {
        this.aggregate = aggregate;
        this.serdes = serdes;
        this.limit = limit;
        this.source = bytes(aggregate.name().source());
    }

    /**
     * The effects of a step.
     *
     * @param stored what the store holds of the entity, or null
     * @throws IllegalStateException when a record would be larger than Kafka takes
     */
    Effects<E> write(CommandRecord<K, C> command, Step<E, S> step, byte @Nullable [] stored) {
        Common common = new Common(command);
        StateChange change = step.changesState() ? change(common, step, stored) : null;
        return new Effects<>(
                events(common, step),
                change,
                null,
                null,
                false,
                command.requestId(),
                outcome(command.messageId(), step));
    }

    private List<Record<byte[], byte[]>> events(Common common, Step<E, S> step) {
        List<Record<byte[], byte[]>> records = new ArrayList<>(step.events().size());
        long version = step.before().version();
        for (E event : step.events()) {
            String id = common.command.messageId() + "-" + (records.size() + 1);
            String typeName = serdes.events().typeName(event);
            Headers headers = common.headers(id, typeName);
            if (!aggregate.isFailure(event)) {
                headers.add(MessageHeaders.SEQUENCE, bytes(Long.toString(++version)));
            }
            common.addChain(headers);
            records.add(common.record(typeName, serdes.events().write(event), headers));
        }
        return records;
    }

    private StateChange change(Common common, Step<E, S> step, byte @Nullable [] stored) {
        EntityState<S> after = step.after();
        S snapshot = after.snapshot();
        byte[] value = snapshot == null ? null : serdes.snapshots().write(snapshot);
        String version = Long.toString(after.version());
        String typeName = snapshot == null ? "tombstone" : serdes.snapshots().typeName(snapshot);
        Headers headers = common.headers(common.subject + "@" + version, typeName);
        headers.add(MessageHeaders.SEQUENCE, bytes(version));
        return new StateChange(
                common.command.keyBytes(),
                stored,
                EntityStateCodec.write(after.version(), value),
                common.record(typeName, value, headers),
                TimerChange.between(aggregate, common.command, step.before().snapshot(), snapshot));
    }

    private static <E, S> Outcome<E> outcome(String messageId, Step<E, S> step) {
        Decision.Rejected<E> rejection = step.rejection();
        long version = step.after().visibleVersion();
        return rejection == null
                ? new Outcome.Recorded<>(messageId, step.events(), step.refused(), version)
                : new Outcome.Rejected<>(messageId, rejection.reason(), rejection.code(), rejection.detail(), version);
    }

    /** What all records of one command share. */
    private final class Common {

        private final CommandRecord<K, C> command;
        private final String subject;
        private final byte[] subjectValue;
        private final byte[] time;

        Common(CommandRecord<K, C> command) {
            this.command = command;
            this.subject = aggregate.keys().toText(command.key());
            this.subjectValue = bytes(subject);
            this.time = bytes(Instant.ofEpochMilli(command.timestamp()).toString());
        }

        Headers headers(String id, String typeName) {
            return new RecordHeaders()
                    .add(MessageHeaders.SPEC_VERSION, MessageHeaders.SPEC_VERSION_VALUE)
                    .add(MessageHeaders.CONTENT_TYPE, MessageHeaders.CONTENT_TYPE_VALUE)
                    .add(MessageHeaders.ID, bytes(id))
                    .add(MessageHeaders.TYPE, typeNames.computeIfAbsent(typeName, MessageHeaders::bytes))
                    .add(MessageHeaders.SOURCE, source)
                    .add(MessageHeaders.TIME, time)
                    .add(MessageHeaders.SUBJECT, subjectValue);
        }

        void addChain(Headers headers) {
            headers.add(MessageHeaders.CORRELATION_ID, bytes(command.correlationId()));
            headers.add(MessageHeaders.CAUSATION_ID, bytes(command.messageId()));
            if (command.traceParent() != null) {
                headers.add(MessageHeaders.TRACE_PARENT, command.traceParent());
            }
            if (command.subject() != null) {
                headers.add(MessageHeaders.AUTH_ID, command.subject());
            }
            if (command.hops() != null) {
                headers.add(MessageHeaders.HOPS, command.hops());
            }
        }

        Record<byte[], byte[]> record(String typeName, byte @Nullable [] value, Headers headers) {
            Record<byte[], byte[]> record = new Record<>(command.keyBytes().get(), value, command.timestamp(), headers);
            limit.require(record, typeName);
            return record;
        }
    }
}
