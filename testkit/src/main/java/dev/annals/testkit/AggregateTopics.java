package dev.annals.testkit;

import static java.util.Objects.requireNonNull;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The topics of one aggregate: its commands go in, and its events, snapshots and dead letters come out.
 *
 * <p>What is read is always all that the topic holds, from its beginning.
 *
 * @param <K> the type of its keys
 * @param <C> the sealed interface of its commands
 * @param <E> the sealed interface of its events
 * @param <S> its snapshot record
 */
public final class AggregateTopics<K, C, E, S> {

    private final Aggregate<K, C, E, S> aggregate;
    private final AggregateSerdes<C, E, S> serdes;
    private final AggregateName name;
    private final Topics topics;

    AggregateTopics(Aggregate<K, C, E, S> aggregate, SchemaRegistry schemas, Topics topics) {
        this.aggregate = aggregate;
        this.serdes = AggregateSerdes.of(aggregate, schemas);
        this.name = aggregate.name();
        this.topics = topics;
    }

    /** The serdes of its messages, for records made by hand. */
    public AggregateSerdes<C, E, S> serdes() {
        return serdes;
    }

    /** Writes a command as any producer would: without headers, so that its place becomes its message id. */
    public void send(C command) {
        sendAll(List.of(command));
    }

    /** Sends a command with these headers, such as {@code ce_id}. */
    public void send(C command, Map<String, String> headers) {
        topics.write(name.commandsTopic(), List.of(record(command, headers)));
    }

    /** Writes a command with this message id. */
    public void send(C command, String messageId) {
        topics.write(name.commandsTopic(), List.of(record(command, Map.of(MessageHeaders.ID, messageId))));
    }

    /** Writes commands one after another, without waiting for what becomes of them. */
    public void sendAll(List<? extends C> commands) {
        topics.write(
                name.commandsTopic(),
                commands.stream().map(command -> record(command, Map.of())).toList());
    }

    /** Writes any bytes to the commands topic. */
    public void sendBytes(byte @Nullable [] key, byte @Nullable [] value) {
        topics.write(name.commandsTopic(), List.of(new RawMessage(key, value, Map.of())));
    }

    /** The commands, as long as there are none among them that cannot be read. */
    public List<Message<K, C>> commands() {
        return read(name.commandsTopic(), serdes.commands());
    }

    /** The events, failures among them. */
    public List<Message<K, E>> events() {
        return read(name.eventsTopic(), serdes.events());
    }

    /** The events of one entity, failures among them, in their order. */
    public List<Message<K, E>> events(K key) {
        return events().stream().filter(event -> event.key().equals(key)).toList();
    }

    /** The snapshots; an empty one is the tombstone of a deleted entity. */
    public List<Message<K, Optional<S>>> snapshots() {
        return topics.read(name.snapshotsTopic()).stream()
                .map(record -> typed(record, Optional.ofNullable(record.value()).map(serdes.snapshots()::read)))
                .toList();
    }

    /** The commands that could not be processed: the records as they came, and why in their headers. */
    public List<RawMessage> deadLetters() {
        return topics.read(name.deadLettersTopic());
    }

    private RawMessage record(C command, Map<String, String> headers) {
        byte[] key = aggregate.keys().toBytes(aggregate.keyOf(command));
        return new RawMessage(key, serdes.commands().write(command), headers);
    }

    private <T> List<Message<K, T>> read(String topic, MessageSerde<T> serde) {
        return topics.read(topic).stream()
                .map(record -> typed(record, serde.read(requireNonNull(record.value()))))
                .toList();
    }

    private <T> Message<K, T> typed(RawMessage record, T value) {
        return new Message<>(aggregate.keys().fromBytes(requireNonNull(record.key())), value, record.headers());
    }
}
