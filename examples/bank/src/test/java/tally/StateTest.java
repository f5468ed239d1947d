package tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateSerdes;
import dev.annals.app.Application;
import dev.annals.app.ExitCode;
import dev.annals.app.RebuildCommand;
import dev.annals.app.Service;
import dev.annals.app.StartException;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.testkit.HttpTester;
import dev.annals.testkit.TestInstances;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tally.Request.AddAmount;
import tally.Request.RefuseCounter;

/** What a start says of state that it would leave behind, or lacks, and what it takes no offence at. */
final class StateTest {

    private TestInstances broker;

    @BeforeEach
    void start() {
        broker = TestInstances.of(TallyService::new, Map.of());
    }

    @AfterEach
    void stop() {
        Rules.reset();
        broker.close();
    }

    @Test
    void refusesToLeaveTheStateOfARenamedAggregateBehind() throws Exception {
        fill("catalog", "writers");

        assertThatThrownBy(() -> application(Yard.of("catalog", "authors"), Map.of()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START))
                .hasMessageContaining(
                        "Topic catalog.writers.events has events, and no aggregate of the service is named"
                                + " writers")
                .hasMessageContaining("authors is new: was it renamed? Then name it writers again")
                .hasMessageContaining("--delete --topic 'catalog-writers-changelog|catalog-writers-outcomes-changelog|"
                        + "catalog\\.writers\\.commands|catalog\\.writers\\.dead-letters|catalog\\.writers\\.events|"
                        + "catalog\\.writers\\.snapshots'")
                .hasMessageContaining("state.orphans=keep");
        assertThat(topics()).noneMatch(topic -> topic.startsWith("catalog.authors"));

        application(Yard.of("catalog", "authors"), Map.of("state.orphans", "keep"))
                .close();
        try (Application again = application(Yard.of("catalog", "authors", "writers"), Map.of())) {
            assertThat(total(again, "writers")).isEqualTo(5);
        }
    }

    /** The ids of Kafka Streams' tasks, and so the names of their directories, change with an aggregate in front. */
    @Test
    void startsWithAllItsStateWhereAnAggregateIsAddedInFront() throws Exception {
        fill("catalog", "books");
        fill("catalog", "books");

        try (Application more = application(Yard.of("catalog", "authors", "books"), Map.of())) {
            assertThat(total(more, "books")).isEqualTo(10);
            add("catalog", "authors", "c", 3);
            add("catalog", "books", "c", 1);
            awaitTotal(more, "authors", 3);
            awaitTotal(more, "books", 11);
        }
        try (Application again = application(Yard.of("catalog", "authors", "books"), Map.of())) {
            assertThat(total(again, "books")).isEqualTo(11);
            assertThat(total(again, "authors")).isEqualTo(3);
            add("catalog", "books", "c", 1);
            awaitTotal(again, "books", 12);
        }
        // And back, to directories of the first time.
        try (Application before = application(Yard.of("catalog", "books"), Map.of("state.orphans", "keep"))) {
            assertThat(total(before, "books")).isEqualTo(12);
        }
    }

    @Test
    void leavesServicesAloneWhoseNamesStartTheSame() throws Exception {
        fill("bank-x", "accounts");
        fill("bank", "accounts");
        fill("bank-x", "accounts");
        fill("bank", "accounts");
    }

    @Test
    void startsWhereAnotherNameHasLeftNothingButEmptyTopics() {
        application(Yard.of("catalog", "authros"), Map.of()).close();

        application(Yard.of("catalog", "authors"), Map.of()).close();
    }

    @Test
    void startsWhereNothingButFailuresWasRecorded() throws Exception {
        try (Application catalog = application(Yard.of("catalog", "books"), Map.of())) {
            send("catalog", "books", new RefuseCounter("c"));
            awaitEvents("catalog.books.events");
            assertThat(total(catalog, "books")).isZero();
        }

        application(Yard.of("catalog", "books"), Map.of()).close();
    }

    @Test
    void refusesToStartWithoutTheStateThatEventsSpeakOf() throws Exception {
        fill("catalog", "books");
        try (Admin admin = admin()) {
            admin.deleteTopics(List.of("catalog-books-changelog")).all().get();
            await().atMost(Duration.ofMinutes(1)).until(() -> !topics().contains("catalog-books-changelog"));
        }

        assertThatThrownBy(() -> application(Yard.of("catalog", "books"), Map.of()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START))
                .hasMessageContaining("Topic catalog.books.events has events in partitions [")
                .hasMessageContaining("catalog-books-changelog, is not there")
                .hasMessageContaining("rebuild books");

        // Another value, as the local state that is there goes with the changelog that is gone.
        Rules.countEachAs(2);
        assertThat(rebuild(Yard.of("catalog", "books"))).contains("missing            1");
        try (Application again = application(Yard.of("catalog", "books"), Map.of())) {
            assertThat(total(again, "books")).isEqualTo(10);
        }
    }

    /** Adds 5 to the counter of an aggregate, while its service runs alone with it. */
    private void fill(String service, String aggregate) throws Exception {
        try (Application application = application(Yard.of(service, aggregate), Map.of())) {
            long before = total(application, aggregate);
            add(service, aggregate, "c", 5);
            awaitTotal(application, aggregate, before + 5);
        }
    }

    private Application application(Service.Factory factory, Map<String, String> settings) {
        Map<String, String> all = settings();
        all.putAll(settings);
        return Application.start(factory, all);
    }

    private String rebuild(Service.Factory factory) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        RebuildCommand.run(factory, settings(), List.of("books"), new PrintStream(bytes, true, UTF_8));
        return bytes.toString(UTF_8);
    }

    private Map<String, String> settings() {
        return new HashMap<>(Map.of(
                "kafka.bootstrap.servers",
                broker.bootstrapServers(),
                "http.port",
                "0",
                "topics.partitions",
                "2",
                "embedded.directory",
                broker.directory().resolve("instance").toString()));
    }

    private static long total(Application application, String aggregate) {
        HttpTester http = new HttpTester(
                URI.create("http://127.0.0.1:" + application.httpAddress().getPort()));
        String body = http.get("/" + aggregate + "/one/c").body();
        return body.contains("\"total\":") ? Long.parseLong(body.replaceFirst(".*\"total\":(\\d+).*", "$1")) : 0;
    }

    private static void awaitTotal(Application application, String aggregate, long total) {
        await().atMost(Duration.ofMinutes(1)).until(() -> total(application, aggregate) == total);
    }

    private void awaitEvents(String topic) {
        Map<String, Object> config = Map.of("bootstrap.servers", broker.bootstrapServers());
        await().atMost(Duration.ofMinutes(1)).until(() -> {
            try (var consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
                var partitions = consumer.partitionsFor(topic).stream()
                        .map(each -> new TopicPartition(topic, each.partition()))
                        .toList();
                return consumer.endOffsets(partitions).values().stream().anyMatch(end -> end > 0);
            }
        });
    }

    private void add(String service, String aggregate, String counter, long amount) throws Exception {
        send(service, aggregate, new AddAmount(counter, amount, 1));
    }

    private void send(String service, String aggregate, Request command)
            throws InterruptedException, ExecutionException {
        Aggregate<String, Request, Happening, Counter> named = Yard.aggregate(service, aggregate);
        AggregateSerdes<Request, Happening, Counter> serdes = AggregateSerdes.of(named, new InMemorySchemaRegistry());
        try (Producer<byte[], byte[]> producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", broker.bootstrapServers()),
                new ByteArraySerializer(),
                new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(
                            named.name().commandsTopic(),
                            command.counter().getBytes(UTF_8),
                            serdes.commands().write(command)))
                    .get();
        }
    }

    private Set<String> topics() throws InterruptedException, ExecutionException {
        try (Admin admin = admin()) {
            return admin.listTopics().names().get();
        }
    }

    private Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", broker.bootstrapServers()));
    }
}
