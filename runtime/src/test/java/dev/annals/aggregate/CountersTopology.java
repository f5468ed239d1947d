package dev.annals.aggregate;

import dev.annals.aggregate.Counters.Command;
import dev.annals.aggregate.Counters.Count;
import dev.annals.aggregate.Counters.Event;
import dev.annals.ownership.Lease;
import dev.annals.ownership.Leases;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.SchemaRegistry;
import dev.annals.transaction.Commits;
import dev.annals.transaction.OpenTransactions;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.WindowStore;
import org.apache.kafka.streams.state.WindowStoreIterator;
import org.apache.kafka.streams.test.TestRecord;
import org.jspecify.annotations.Nullable;

/** The topology of {@link Counters} as it is generated for any aggregate, run without a broker. */
final class CountersTopology implements AutoCloseable {

    static final Duration WINDOW = Duration.ofHours(1);

    static final Instant TIME = Instant.parse("2026-11-23T12:00:00Z");

    private static final ByteArraySerializer OUT = new ByteArraySerializer();
    private static final ByteArrayDeserializer IN = new ByteArrayDeserializer();

    private final Counters counters = new Counters();
    private final CountedCommands metrics = new CountedCommands();
    private final OpenTransactions transactions = new OpenTransactions();
    private final AggregateRuntime<String, Command, Event, Count> runtime;
    private final TopologyTestDriver driver;
    private final TestInputTopic<byte[], byte[]> commands;
    private boolean closed;

    CountersTopology(Path stateDirectory) {
        this(stateDirectory, new InMemorySchemaRegistry());
    }

    CountersTopology(Path stateDirectory, SchemaRegistry schemas) {
        runtime = new AggregateRuntime<>(
                counters, new Engine(transactions, schemas, new Leases(), WINDOW, aggregate -> metrics));
        Properties config = new Properties();
        config.put(StreamsConfig.STATE_DIR_CONFIG, stateDirectory.toString());
        driver = new TopologyTestDriver(topology(), config);
        commands = driver.createInputTopic(Counters.NAME.commandsTopic(), OUT, OUT);
    }

    private Topology topology() {
        return new Topology()
                .addSource("counters-commands", IN, IN, Counters.NAME.commandsTopic())
                .addProcessor("counters", runtime.processor(1), "counters-commands")
                .addSink("counters-events", Counters.NAME.eventsTopic(), OUT, OUT, "counters")
                .addSink("counters-snapshots", Counters.NAME.snapshotsTopic(), OUT, OUT, "counters")
                .addSink("counters-dead-letters", Counters.NAME.deadLettersTopic(), OUT, OUT, "counters");
    }

    void send(Command command, String... headers) {
        send(
                command.key().getBytes(StandardCharsets.UTF_8),
                Counters.SERDES.commands().write(command),
                headers);
    }

    /** Sends any record; headers are names and values by turns. */
    void send(byte @Nullable [] key, byte @Nullable [] value, String... headers) {
        Headers added = new RecordHeaders();
        for (int i = 0; i < headers.length; i += 2) {
            added.add(headers[i], MessageHeaders.bytes(headers[i + 1]));
        }
        if (added.lastHeader(MessageHeaders.REQUEST) == null && added.lastHeader(MessageHeaders.ID) != null) {
            // An id that was made for this request alone.
            added.add(
                    MessageHeaders.REQUEST, added.lastHeader(MessageHeaders.ID).value());
        }
        commands.pipeInput(new TestRecord<>(key, value, added, TIME));
    }

    List<TestRecord<byte[], byte[]>> eventRecords() {
        return driver.createOutputTopic(Counters.NAME.eventsTopic(), IN, IN).readRecordsToList();
    }

    List<Event> events() {
        return eventRecords().stream()
                .map(TestRecord::value)
                .map(Counters.SERDES.events()::read)
                .toList();
    }

    List<TestRecord<byte[], byte[]>> snapshotRecords() {
        return driver.createOutputTopic(Counters.NAME.snapshotsTopic(), IN, IN).readRecordsToList();
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(Counters.NAME.deadLettersTopic(), IN, IN)
                .readRecordsToList();
    }

    EntityState<Count> state(String key) {
        return new EntityStateCodec<>(Counters.SERDES.snapshots()).read(store().get(bytes(key)));
    }

    /** What is kept under an id, whether or not it has been committed. */
    List<KeyValue<Long, byte[]>> kept(String id) {
        List<KeyValue<Long, byte[]>> found = new ArrayList<>();
        WindowStore<Bytes, byte[]> store = driver.getWindowStore(Counters.NAME.outcomesStore());
        try (WindowStoreIterator<byte[]> values = store.fetch(bytes(id), 0, Long.MAX_VALUE)) {
            values.forEachRemaining(found::add);
        }
        return found;
    }

    OutcomeStore outcomeStore() {
        return new OutcomeStore(driver.getWindowStore(Counters.NAME.outcomesStore()), WINDOW, Lease.FOR_EVER);
    }

    CountedCommands metrics() {
        return metrics;
    }

    OutcomeReader<Event> outcomes() {
        return runtime.outcomes();
    }

    void advance(Duration time) {
        driver.advanceWallClockTime(time);
    }

    KeyValueStore<Bytes, byte[]> store() {
        return driver.getKeyValueStore(Counters.NAME.store());
    }

    EntityReader<String, Count> reader() {
        return runtime.reader((name, partition) -> driver.getKeyValueStore(name), 1);
    }

    CompletableFuture<Outcome<Event>> await(String messageId) {
        return runtime.await(messageId, 0).thenApply(CommittedOutcome::outcome);
    }

    void commit() {
        Commits.commit(transactions);
    }

    void abort() {
        Commits.abort(transactions);
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            driver.close();
        }
    }

    static Bytes bytes(String key) {
        return Bytes.wrap(key.getBytes(StandardCharsets.UTF_8));
    }

    /** A record's headers as text, by name. */
    static Map<String, String> headers(TestRecord<byte[], byte[]> record) {
        Map<String, String> headers = new TreeMap<>();
        record.headers()
                .forEach(header -> headers.put(header.key(), new String(header.value(), StandardCharsets.UTF_8)));
        return headers;
    }
}
