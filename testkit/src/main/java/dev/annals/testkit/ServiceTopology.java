package dev.annals.testkit;

import static java.util.Objects.requireNonNull;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.CommandChannel;
import dev.annals.aggregate.Engine;
import dev.annals.aggregate.EntityState;
import dev.annals.aggregate.EntityStateCodec;
import dev.annals.aggregate.EventChannel;
import dev.annals.aggregate.KeyCodec;
import dev.annals.aggregate.MessageHeaders;
import dev.annals.app.Service;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.projection.ProjectionDefinition;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageCodec;
import dev.annals.serde.MessageSerde;
import dev.annals.streams.StreamsErrors;
import dev.annals.streams.StreamsErrors.OnError;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;

/**
 * The topologies of a service without a broker: each command is processed, and taken in by projections and extensions, before
 * {@code send} returns. For use by one thread.
 */
public final class ServiceTopology implements AutoCloseable {

    private final SchemaRegistry schemas = new InMemorySchemaRegistry();
    private final DriverTopics topics = new DriverTopics();

    /** Of its own: other tests, in other processes, may have the same service. */
    private final TemporaryDirectory directory = TemporaryDirectory.create();

    private ServiceTopology(Service.Factory factory) {
        Service service = factory.create(Engine.of(schemas));
        if (!service.aggregates().isEmpty()) {
            List<String> commands = service.aggregates().stream()
                    .map(aggregate -> aggregate.name().commandsTopic())
                    .toList();
            topics.add(service.name(), driver(service.topology(1), config(service.name())), commands);
        }
        service.projections().forEach(this::add);
        service.extensions().forEach(this::add);
    }

    /** The topologies of a generated service: {@code ServiceTopology.of(BankService::new)}. */
    public static ServiceTopology of(Service.Factory factory) {
        return new ServiceTopology(factory);
    }

    /** The topics of one of the service's aggregates, or of one of another service whose topics are read. */
    public <K, C, E, S> AggregateTopics<K, C, E, S> topics(Aggregate<K, C, E, S> aggregate) {
        return new AggregateTopics<>(aggregate, schemas, topics);
    }

    /** What the store holds of an entity. */
    public <K, S> EntityState<S> state(Aggregate<K, ?, ?, S> aggregate, K key) {
        return state(
                aggregate.name().service(), aggregate.name().store(), aggregate.keys(), aggregate.snapshots(), key);
    }

    /** What the store holds of a projection's record. */
    public <K, S> EntityState<S> state(ProjectionDefinition<K, S> projection, K key) {
        return state(
                projection.name().applicationId(),
                projection.name().store(),
                projection.keys(),
                projection.snapshots(),
                key);
    }

    /** A projection's record. */
    public <K, S> Optional<S> record(ProjectionDefinition<K, S> projection, K key) {
        return Optional.ofNullable(state(projection, key).snapshot());
    }

    /** What a projection has set aside: the records as they came, and why in their headers. */
    public List<RawMessage> deadLetters(ProjectionDefinition<?, ?> projection) {
        return topics.read(projection.name().deadLettersTopic());
    }

    /** All that a projection has published. */
    public List<RawMessage> published(ProjectionDefinition<?, ?> projection) {
        return topics.read(projection.name().snapshotsTopic());
    }

    /** All that was written to a topic. */
    public List<RawMessage> messages(String topic) {
        return topics.read(topic);
    }

    /**
     * Writes an event of another service to its topic, by that service's types or as records of one's own read it: {@code
     * service.send(new BankMovementExternal(), "alice", new MoneyDeposited(TEN))}.
     */
    public <K, E> void send(EventChannel<K, E> channel, K key, E event) {
        MessageSerde<E> serde = new MessageSerde<>(channel.events(), schemas);
        Map<String, String> headers = Map.of(
                MessageHeaders.ID, UUID.randomUUID().toString(),
                MessageHeaders.TYPE, serde.typeName(event),
                MessageHeaders.SUBJECT, channel.keys().toText(key));
        send(channel.eventsTopic(), new RawMessage(channel.keys().toBytes(key), serde.write(event), headers));
    }

    /** The commands that were given to another service, by that service's types or as records of one's own write them. */
    public <K, C> List<Message<K, C>> commands(CommandChannel<K, C> channel) {
        MessageSerde<C> serde = new MessageSerde<>(channel.commands(), schemas);
        return topics.read(channel.commandsTopic()).stream()
                .map(record -> {
                    C command = serde.read(requireNonNull(record.value()));
                    return new Message<>(channel.keyOf(command), command, record.headers());
                })
                .toList();
    }

    /** Writes any record to a topic. */
    public void send(String topic, RawMessage message) {
        topics.write(topic, List.of(message));
    }

    /** Writes any bytes to a topic. */
    public void sendBytes(String topic, byte @Nullable [] key, byte @Nullable [] value) {
        topics.write(topic, List.of(new RawMessage(key, value, Map.of())));
    }

    /** Lets time go by, so that deadlines come that are due then. Nothing is due without it. */
    public void advance(Duration time) {
        topics.advance(time);
    }

    @Override
    public void close() {
        topics.close();
        directory.close();
    }

    private <K, S> EntityState<S> state(
            String application, String store, KeyCodec<K> keys, MessageCodec<S> snapshots, K key) {
        byte[] stored = topics.driver(application)
                .<Bytes, byte[]>getKeyValueStore(store)
                .get(Bytes.wrap(keys.toBytes(key)));
        return new EntityStateCodec<>(new MessageSerde<>(snapshots, schemas)).read(stored);
    }

    private void add(ProjectionRuntime<?, ?> projection) {
        Properties config = reading(projection.name().applicationId());
        config.putAll(StreamsErrors.settings(projection.name().deadLettersTopic(), OnError.DEAD_LETTER));
        topics.add(
                projection.name().applicationId(),
                driver(projection.topology(1), config),
                projection.definition().sourceTopics());
    }

    private void add(ExtensionRuntime extension) {
        Properties config = reading(extension.name().applicationId());
        config.putAll(StreamsErrors.settings(extension.name().deadLettersTopic(), OnError.DEAD_LETTER));
        topics.add(
                extension.name().applicationId(),
                driver(extension.topology(), config),
                extension.topics().reads());
    }

    private static TopologyTestDriver driver(Topology topology, Properties config) {
        return new TopologyTestDriver(topology, config);
    }

    /** Of transactions the driver loses the dead letters of what cannot be read. */
    private Properties reading(String application) {
        Properties config = config(application);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.AT_LEAST_ONCE);
        return config;
    }

    private Properties config(String application) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, application);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.path().toString());
        config.put("processing.exception.handler.global.enabled", true);
        return config;
    }
}
