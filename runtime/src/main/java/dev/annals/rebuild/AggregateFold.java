package dev.annals.rebuild;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.aggregate.EntityState;
import dev.annals.aggregate.EntityStateCodec;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.schema.SchemaRegistryException;
import java.time.Instant;
import java.util.Arrays;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.record.TimestampType;
import org.apache.kafka.common.utils.Bytes;
import org.jspecify.annotations.Nullable;

/**
 * Folds an aggregate's events as its processor did. The state is written and read again between commands, and only there,
 * because that is what the processor does, and it may change a state: nanoseconds are not kept.
 */
final class AggregateFold<E, S> implements Fold {

    private final Aggregate<?, ?, E, S> aggregate;
    private final AggregateSerdes<?, E, S> serdes;
    private final EntityStateCodec<S> codec;
    private final FoldedStates states;

    private Bytes key = new Bytes(new byte[0]);
    private EntityState<S> state = EntityState.none();
    private long timestamp;
    private byte @Nullable [] command;
    private byte @Nullable [] id;
    private boolean changed;

    AggregateFold(Aggregate<?, ?, E, S> aggregate, AggregateSerdes<?, E, S> serdes, FoldedStates states) {
        this.aggregate = aggregate;
        this.serdes = serdes;
        this.codec = new EntityStateCodec<>(serdes.snapshots());
        this.states = states;
    }

    @Override
    public void take(ConsumerRecord<byte[], byte[]> event) throws UnreadableEventException {
        E read = read(event);
        String sequence = MessageHeaders.text(event.headers(), MessageHeaders.SEQUENCE);
        if (aggregate.isFailure(read)) {
            requireNoSequence(sequence);
            return;
        }
        long version = version(sequence);
        open(event);
        requireNext(version);
        state = new EntityState<>(version, evolve(read));
        timestamp = timestamp(event);
        changed = true;
    }

    /** The version goes on as if the event had been taken in: it says how many there were, and the next one counts on. */
    @Override
    public void skip(ConsumerRecord<byte[], byte[]> event) {
        String sequence = MessageHeaders.text(event.headers(), MessageHeaders.SEQUENCE);
        if (event.key() == null || sequence == null) {
            return;
        }
        long version;
        try {
            version = version(sequence);
            open(event);
        } catch (UnreadableEventException e) {
            return;
        }
        if (version > state.version()) {
            state = new EntityState<>(version, state.snapshot());
            timestamp = Math.max(0, event.timestamp());
            changed = true;
        }
    }

    @Override
    public void end() {
        settle();
    }

    private E read(ConsumerRecord<byte[], byte[]> event) throws UnreadableEventException {
        if (event.key() == null || event.value() == null) {
            throw new UnreadableEventException("it has no " + (event.key() == null ? "key" : "value"));
        }
        try {
            return serdes.events().read(event.value());
        } catch (SchemaRegistryException e) {
            // No fault of the event's.
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableEventException(String.valueOf(e.getMessage()), e);
        }
    }

    private @Nullable S evolve(E event) throws UnreadableEventException {
        try {
            return aggregate.evolve(state.snapshot(), event);
        } catch (Exception | LinkageError | AssertionError | StackOverflowError e) {
            throw new UnreadableEventException("evolve threw " + e, e);
        }
    }

    private static void requireNoSequence(@Nullable String sequence) throws UnreadableEventException {
        if (sequence != null) {
            throw new UnreadableEventException("it changed the state when it was recorded (ce_sequence " + sequence
                    + "), and its type is a @Failure now");
        }
    }

    private static long version(@Nullable String sequence) throws UnreadableEventException {
        if (sequence == null) {
            throw new UnreadableEventException(
                    "it has no ce_sequence: it was recorded as a @Failure, and its type is none now, or it is not the"
                            + " service's");
        }
        try {
            return Long.parseLong(sequence);
        } catch (NumberFormatException e) {
            throw new UnreadableEventException("its ce_sequence is no number: " + sequence, e);
        }
    }

    private void requireNext(long version) throws UnreadableEventException {
        if (version != state.version() + 1) {
            throw new UnreadableEventException(
                    "its ce_sequence is %d, and the event before it made the entity's version %d: %s"
                            .formatted(
                                    version,
                                    state.version(),
                                    version > state.version()
                                            ? "events are missing"
                                            : "it is there twice, or out of order"));
        }
    }

    /** Goes on with the state that is open where the event is of the same command, and otherwise reads what is written. */
    private void open(ConsumerRecord<byte[], byte[]> event) throws UnreadableEventException {
        byte[] eventsId = header(event, MessageHeaders.ID);
        byte[] eventsCommand = header(event, MessageHeaders.CAUSATION_ID);
        boolean goesOn = command != null
                && Arrays.equals(command, eventsCommand)
                && EventPlace.of(eventsId) > EventPlace.of(id)
                && Arrays.equals(key.get(), event.key());
        if (!goesOn) {
            settle();
            Bytes eventsKey = Bytes.wrap(event.key());
            state = find(eventsKey);
            key = eventsKey;
            command = eventsCommand;
        }
        id = eventsId;
    }

    private EntityState<S> find(Bytes wanted) throws UnreadableEventException {
        Folded folded = states.get(wanted);
        try {
            return codec.read(folded == null ? null : folded.stored());
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableEventException("the state before it cannot be read again: " + e.getMessage(), e);
        }
    }

    private void settle() {
        if (changed) {
            S snapshot = state.snapshot();
            byte[] message = snapshot == null ? null : serdes.snapshots().write(snapshot);
            states.put(key, new Folded(timestamp, EntityStateCodec.write(state.version(), message)));
            changed = false;
        }
        command = null;
    }

    /** The time of the command, which the processor gives to all that it writes; a topic may have its own times. */
    private static long timestamp(ConsumerRecord<byte[], byte[]> event) {
        String time = event.timestampType() == TimestampType.CREATE_TIME
                ? null
                : MessageHeaders.text(event.headers(), MessageHeaders.TIME);
        return Math.max(
                0, time == null ? event.timestamp() : Instant.parse(time).toEpochMilli());
    }

    private static byte @Nullable [] header(ConsumerRecord<byte[], byte[]> event, String name) {
        Header header = event.headers().lastHeader(name);
        return header == null ? null : header.value();
    }
}
