package dev.annals.subscription;

import dev.annals.EventContext;
import dev.annals.aggregate.EventChannel;
import dev.annals.avro.MalformedDataException;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.serde.MessageSerde;
import dev.annals.streams.RecordContext;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Reads the events of one topic. Safe for use by several threads.
 *
 * @param <K> the type of the events' keys
 * @param <E> the events
 */
public final class EventReader<K, E> {

    private final EventChannel<K, E> channel;
    private final MessageSerde<E> serde;

    /**
     * A reader.
     *
     * @throws SchemaRegistryException when the registry refuses a schema of the events
     */
    public EventReader(EventChannel<K, E> channel, SchemaRegistry schemas) {
        this.channel = channel;
        this.serde = channel.isPartial()
                ? MessageSerde.reading(channel.events(), schemas)
                : new MessageSerde<>(channel.events(), schemas);
    }

    /** An event with where it comes from. */
    public record ReadEvent<K, E>(E event, EventContext<K> context) {}

    /**
     * Reads an event; nothing where it is one that this code does not care for.
     *
     * @throws UnreadableEventException when the record is no event
     * @throws SchemaRegistryException when its schema cannot be asked for
     */
    public Optional<ReadEvent<K, E>> read(ConsumerRecord<byte[], byte[]> record) throws UnreadableEventException {
        try {
            K key = channel.keys().fromBytes(require(record.key(), "key"));
            byte[] value = require(record.value(), "value");
            E event = channel.isPartial() ? serde.readKnown(value) : serde.read(value);
            return Optional.ofNullable(event)
                    .map(read -> new ReadEvent<>(read, new RecordContext<>(key, record.headers(), record.timestamp())));
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UnreadableEventException(e);
        }
    }

    private static byte[] require(byte @Nullable [] bytes, String what) {
        if (bytes == null) {
            throw new MalformedDataException("The record has no " + what);
        }
        return bytes;
    }
}
