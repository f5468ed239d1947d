package dev.annals.sql;

import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.sql.OpenReadModel.Applied;
import dev.annals.subscription.EventReader;
import java.sql.Connection;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** Reads events and has them applied. Used by one thread. */
final class Applying {

    private final OpenReadModel readModel;
    private final Map<String, Topic<?, ?>> topics;

    /**
     * Applies events.
     *
     * @throws SchemaRegistryException when the registry refuses a schema of theirs
     */
    Applying(OpenReadModel readModel, SchemaRegistry schemas) {
        this.readModel = readModel;
        this.topics = readModel.topics().stream()
                .<Topic<?, ?>>map(applied -> Topic.of(applied, schemas))
                .collect(Collectors.toMap(Topic::name, Function.identity()));
    }

    /**
     * Has an event applied.
     *
     * @throws SchemaRegistryException when its schema cannot be asked for
     * @throws Exception what the read model throws, or that the record is no event
     */
    void apply(ConsumerRecord<byte[], byte[]> record, Connection sql) throws Exception {
        Objects.requireNonNull(topics.get(record.topic()), record::topic).apply(record, sql);
    }

    void caughtUp() throws Exception {
        readModel.caughtUp();
    }

    void close() throws Exception {
        readModel.close();
    }

    private record Topic<K, E>(Applied<K, E> applied, EventReader<K, E> reader) {

        static <K, E> Topic<K, E> of(Applied<K, E> applied, SchemaRegistry schemas) {
            return new Topic<>(applied, new EventReader<>(applied.channel(), schemas));
        }

        String name() {
            return applied.channel().eventsTopic();
        }

        void apply(ConsumerRecord<byte[], byte[]> record, Connection sql) throws Exception {
            Optional<EventReader.ReadEvent<K, E>> read = reader.read(record);
            if (read.isPresent()) {
                applied.handler().on(read.get().event(), read.get().context(), sql);
            }
        }
    }
}
