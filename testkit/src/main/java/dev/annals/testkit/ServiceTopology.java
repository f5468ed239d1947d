package dev.annals.testkit;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.Engine;
import dev.annals.aggregate.EntityState;
import dev.annals.aggregate.EntityStateCodec;
import dev.annals.app.Service;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.test.TestRecord;

/**
 * The topology of a service without a broker: each command is processed before {@code send} returns. For use by one
 * thread.
 */
public final class ServiceTopology implements AutoCloseable {

    private final TopologyTestDriver driver;
    private final SchemaRegistry schemas;
    private final DriverTopics topics;

    private ServiceTopology(TopologyTestDriver driver, SchemaRegistry schemas) {
        this.driver = driver;
        this.schemas = schemas;
        this.topics = new DriverTopics(driver);
    }

    /** The topology of a generated service: {@code ServiceTopology.of(BankService::new)}. */
    public static ServiceTopology of(Service.Factory factory) {
        SchemaRegistry schemas = new InMemorySchemaRegistry();
        Service service = factory.create(Engine.of(schemas));
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, service.name());
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        return new ServiceTopology(new TopologyTestDriver(service.topology(1), config), schemas);
    }

    /** The topics of one of the service's aggregates. */
    public <K, C, E, S> AggregateTopics<K, C, E, S> topics(Aggregate<K, C, E, S> aggregate) {
        return new AggregateTopics<>(aggregate, schemas, topics);
    }

    /** What the store holds of an entity. */
    public <K, S> EntityState<S> state(Aggregate<K, ?, ?, S> aggregate, K key) {
        KeyValueStore<Bytes, byte[]> store =
                driver.getKeyValueStore(aggregate.name().store());
        byte[] stored = store.get(Bytes.wrap(aggregate.keys().toBytes(key)));
        return new EntityStateCodec<>(new MessageSerde<>(aggregate.snapshots(), schemas)).read(stored);
    }

    @Override
    public void close() {
        driver.close();
    }

    /** The driver gives out each record once; all are kept here. */
    private static final class DriverTopics implements Topics {

        private final TopologyTestDriver driver;
        private final Map<String, List<RawMessage>> read = new HashMap<>();

        DriverTopics(TopologyTestDriver driver) {
            this.driver = driver;
        }

        @Override
        public void write(String topic, List<RawMessage> records) {
            ByteArraySerializer bytes = new ByteArraySerializer();
            TestInputTopic<byte[], byte[]> input = driver.createInputTopic(topic, bytes, bytes);
            records.forEach(
                    record -> input.pipeInput(new TestRecord<>(record.key(), record.value(), record.kafkaHeaders())));
        }

        @Override
        public List<RawMessage> read(String topic) {
            ByteArrayDeserializer bytes = new ByteArrayDeserializer();
            List<RawMessage> all = read.computeIfAbsent(topic, unread -> new ArrayList<>());
            driver.createOutputTopic(topic, bytes, bytes)
                    .readRecordsToList()
                    .forEach(record -> all.add(RawMessage.of(record.key(), record.value(), record.headers())));
            return List.copyOf(all);
        }
    }
}
