package dev.annals.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import dev.annals.app.ExitCode;
import dev.annals.app.Service;
import dev.annals.app.StartException;
import dev.annals.broker.BrokerSettings;
import dev.annals.embedded.EmbeddedBroker;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.UnknownSchemaException;
import dev.annals.schema.kafka.KafkaSchemaRegistry;
import dev.annals.testkit.TestService;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A topic of schemas with several readers and writers, of which not all are ours. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
final class KafkaRegistryTest {

    private static final Duration AT_ONCE = Duration.ofMillis(1);
    private static final Duration PATIENT = Duration.ofMinutes(2);

    @TempDir
    static Path directory;

    private static EmbeddedBroker broker;

    private SchemaTopicClient topic;

    @BeforeAll
    static void start() {
        broker = EmbeddedBroker.start(new BrokerSettings(directory, 0, false));
    }

    @AfterAll
    static void stop() {
        broker.close();
    }

    @BeforeEach
    void name(TestInfo test) {
        topic = new SchemaTopicClient(
                broker.bootstrapServers(), test.getTestMethod().orElseThrow().getName());
    }

    @Test
    void findsWhatKaaWrote() throws Exception {
        MessageSchema before = Schemas.amount("Before", 2);
        MessageSchema after = Schemas.amount("After", 2);
        topic.create(1, "compact");
        topic.write(before);
        try (KafkaSchemaRegistry registry = topic.registry(PATIENT)) {
            assertThat(registry.schema(before.fingerprint())).isEqualTo(before.json());

            topic.write(after);

            assertThat(registry.schema(after.fingerprint())).isEqualTo(after.json());
        }
    }

    @Test
    void writesWhatKaaReads() {
        MessageSchema schema = Schemas.amount("Cent", 2);
        try (KafkaSchemaRegistry registry = topic.registry(AT_ONCE)) {
            assertThat(registry.register(List.of(schema, schema)))
                    .containsExactly(schema.fingerprint(), schema.fingerprint());
        }
        try (KafkaSchemaRegistry another = topic.registry(AT_ONCE)) {
            another.register(List.of(schema));
        }

        assertThat(topic.read()).singleElement().satisfies(record -> {
            assertThat(record.key()).isEqualTo(schema.fingerprint());
            assertThat(record.value()).isEqualTo(schema.json());
        });
    }

    @Test
    void lookupWaitsForASchemaOnItsWay() throws Exception {
        MessageSchema schema = Schemas.amount("Late", 2);
        try (KafkaSchemaRegistry registry = topic.registry(PATIENT)) {
            CompletableFuture<String> found = new CompletableFuture<>();
            Thread reader = new Thread(() -> found.complete(registry.schema(schema.fingerprint())));
            reader.start();
            await().until(() -> reader.getState() == Thread.State.TIMED_WAITING);

            topic.write(schema);

            assertThat(found.get()).isEqualTo(schema.json());
        }
    }

    @Test
    void unknownFingerprintIsNamedAndKnownOnceItComes() throws Exception {
        MessageSchema schema = Schemas.amount("Unknown", 2);
        try (KafkaSchemaRegistry registry = topic.registry(AT_ONCE)) {
            for (int i = 0; i < 10; i++) {
                assertThatExceptionOfType(UnknownSchemaException.class)
                        .isThrownBy(() -> registry.schema(schema.fingerprint()))
                        .withMessage("There is no schema with fingerprint %016x in topic %s"
                                .formatted(schema.fingerprint(), topic.topic()));
            }

            topic.write(schema);

            await().ignoreException(UnknownSchemaException.class)
                    .untilAsserted(() ->
                            assertThat(registry.schema(schema.fingerprint())).isEqualTo(schema.json()));
        }
    }

    @Test
    void anotherMeaningUnderTheSameFingerprintIsRefused() throws Exception {
        topic.create(1, "compact");
        topic.write(Schemas.amount("Price", 2));
        try (KafkaSchemaRegistry registry = topic.registry(AT_ONCE)) {
            assertThatExceptionOfType(SchemaRegistryException.class)
                    .isThrownBy(() -> registry.register(List.of(Schemas.amount("Price", 4))))
                    .withMessageContaining("The schema of coin.Price is refused: topic " + topic.topic())
                    .withMessageContaining(
                            "%016x".formatted(Schemas.amount("Price", 4).fingerprint()))
                    .withMessageContaining("coin.Price.amount: scale is 2 there and 4 here");
        }
        assertThat(topic.read()).hasSize(1);
    }

    @Test
    void serviceWhoseSchemaMeansSomethingElseDoesNotStart() {
        MessageSchema ours = new AccountsAggregate().snapshots().schemas().get(0);
        MessageSchema earlier = new MessageSchema(
                ours.name(), 1, ours.fingerprint(), ours.json().replace("big-decimal", "cents"));
        Service.Factory onEarlier = engine -> {
            engine.schemas().register(List.of(earlier));
            return new BankService(engine);
        };

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> TestService.start(onEarlier).close())
                .withMessageContaining("The schema of bank.Account is refused: topic schemas-v1 has another one")
                .withMessageContaining("bank.Account.balance: logicalType is cents there and big-decimal here")
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START));
        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("annals-schemas");
    }

    @Test
    void ofTwoMeaningsRegisteredAtOnceTheFirstStays() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try (KafkaSchemaRegistry one = topic.registry(AT_ONCE);
                KafkaSchemaRegistry two = topic.registry(AT_ONCE)) {
            for (int round = 0; round < 20; round++) {
                String name = "Race" + round;
                CyclicBarrier barrier = new CyclicBarrier(2);
                Future<Boolean> first = threads.submit(() -> isRegistered(one, Schemas.amount(name, 2), barrier));
                Future<Boolean> second = threads.submit(() -> isRegistered(two, Schemas.amount(name, 4), barrier));

                assertThat(first.get()).isNotEqualTo(second.get());

                List<ConsumerRecord<Long, String>> written = topic.read().stream()
                        .filter(record -> record.value().contains("\"" + name + "\""))
                        .toList();
                // What compaction keeps is what counts.
                String kept = written.get(written.size() - 1).value();
                assertThat(kept)
                        .isEqualTo(Schemas.amount(name, first.get() ? 2 : 4).json());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void instancesThatStartAtOnceAgree() throws Exception {
        List<MessageSchema> schemas = IntStream.range(0, 20)
                .mapToObj(i -> Schemas.amount("Shared" + i, 2))
                .toList();
        CyclicBarrier barrier = new CyclicBarrier(3);
        ExecutorService threads = Executors.newFixedThreadPool(3);
        try {
            List<Future<List<Long>>> ids = IntStream.range(0, 3)
                    .mapToObj(i -> threads.submit(() -> {
                        barrier.await();
                        try (KafkaSchemaRegistry registry = topic.registry(AT_ONCE)) {
                            return registry.register(schemas);
                        }
                    }))
                    .toList();
            for (Future<List<Long>> each : ids) {
                assertThat(each.get())
                        .containsExactlyElementsOf(
                                schemas.stream().map(MessageSchema::fingerprint).toList());
            }
        } finally {
            threads.shutdown();
        }
    }

    @Test
    void passesOverRecordsThatAreNoSchemas() throws Exception {
        MessageSchema good = Schemas.amount("Good", 2);
        topic.create(1, "delete");
        writeBadRecords(good);
        // A compacted topic would not have taken what has no key.
        topic.compact();
        try (KafkaSchemaRegistry registry = topic.registry(AT_ONCE)) {
            topic.writeBytes(new byte[] {1, 2, 3}, good.json().getBytes(UTF_8));
            topic.writeBytes(key(7), "[".repeat(100_000).getBytes(UTF_8));
            topic.write(good);

            await().ignoreException(UnknownSchemaException.class)
                    .untilAsserted(() ->
                            assertThat(registry.schema(good.fingerprint())).isEqualTo(good.json()));
            assertThatExceptionOfType(UnknownSchemaException.class)
                    .as("the schema under another key than its own")
                    .isThrownBy(() -> registry.schema(Long.reverseBytes(good.fingerprint())));
        }
    }

    @Test
    void tombstoneTakesNothingAway() throws Exception {
        MessageSchema deleted = Schemas.amount("Deleted", 2);
        MessageSchema next = Schemas.amount("Next", 2);
        try (KafkaSchemaRegistry registry = topic.registry(PATIENT)) {
            registry.register(List.of(deleted));
            topic.writeBytes(key(deleted.fingerprint()), null);
            topic.write(next);

            assertThat(registry.schema(next.fingerprint())).isEqualTo(next.json());
            assertThat(registry.schema(deleted.fingerprint())).isEqualTo(deleted.json());
        }
    }

    @Test
    void topicOfSeveralPartitionsIsRefused() throws Exception {
        topic.create(3, "compact");

        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> topic.registry(AT_ONCE))
                .withMessageStartingWith("Topic %s has 3 partitions; schemas need one".formatted(topic.topic()))
                .withMessageContaining("schemas.topic (SCHEMAS_TOPIC)");
    }

    @Test
    void topicThatForgetsIsRefused() throws Exception {
        topic.create(1, "compact,delete");

        assertThatExceptionOfType(SchemaRegistryException.class)
                .isThrownBy(() -> topic.registry(AT_ONCE))
                .withMessageStartingWith("Topic %s has cleanup.policy=compact,delete".formatted(topic.topic()))
                .withMessageContaining("--add-config cleanup.policy=compact");
    }

    @Test
    void outlivesItsBroker(@TempDir Path data) throws Exception {
        MessageSchema schema = Schemas.amount("Again", 2);
        EmbeddedBroker mortal = EmbeddedBroker.start(new BrokerSettings(data, 0, false));
        String address = mortal.bootstrapServers();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        SchemaTopicClient there = new SchemaTopicClient(address, topic.topic());
        try (KafkaSchemaRegistry registry = there.registry(PATIENT)) {
            mortal.close();
            mortal = EmbeddedBroker.start(new BrokerSettings(data, port, false));

            there.write(schema);

            assertThat(registry.schema(schema.fingerprint())).isEqualTo(schema.json());
            registry.register(List.of(Schemas.amount("After", 2)));
        } finally {
            mortal.close();
        }
    }

    @Test
    void nothingIsUnknownWhileTheTopicCannotBeRead(@TempDir Path data) {
        MessageSchema schema = Schemas.amount("Unread", 2);
        EmbeddedBroker mortal = EmbeddedBroker.start(new BrokerSettings(data, 0, false));
        String address = mortal.bootstrapServers();
        int port = Integer.parseInt(address.substring(address.indexOf(':') + 1));
        try (KafkaSchemaRegistry registry = new SchemaTopicClient(address, topic.topic()).registry(AT_ONCE)) {
            mortal.close();
            assertThatExceptionOfType(SchemaRegistryException.class)
                    .isThrownBy(() -> registry.schema(schema.fingerprint()))
                    .withMessage("The schemas in topic %s cannot be read at present".formatted(topic.topic()));

            mortal = EmbeddedBroker.start(new BrokerSettings(data, port, false));

            await().ignoreException(SchemaRegistryException.class)
                    .untilAsserted(() -> assertThatExceptionOfType(UnknownSchemaException.class)
                            .isThrownBy(() -> registry.schema(schema.fingerprint())));
        } finally {
            mortal.close();
        }
    }

    @Test
    void closesWithoutItsBroker(@TempDir Path data) {
        EmbeddedBroker mortal = EmbeddedBroker.start(new BrokerSettings(data, 0, false));
        KafkaSchemaRegistry registry =
                new SchemaTopicClient(mortal.bootstrapServers(), topic.topic()).registry(PATIENT);
        mortal.close();

        registry.close();

        assertThat(Thread.getAllStackTraces().keySet())
                .extracting(Thread::getName)
                .doesNotContain("annals-schemas");
    }

    private void writeBadRecords(MessageSchema good) throws Exception {
        byte[] json = good.json().getBytes(UTF_8);
        topic.writeBytes(null, json);
        topic.writeBytes(new byte[7], json);
        topic.writeBytes(key(good.fingerprint()), null);
        topic.writeBytes(key(good.fingerprint()), new byte[0]);
        topic.writeBytes(key(good.fingerprint()), new byte[] {(byte) 0xC3, 0x28});
        topic.writeBytes(key(good.fingerprint()), "{\"type\":\"wrecord\"}".getBytes(UTF_8));
        topic.writeBytes(key(Long.reverseBytes(good.fingerprint())), json);
    }

    private static byte[] key(long fingerprint) {
        return ByteBuffer.allocate(Long.BYTES).putLong(fingerprint).array();
    }

    private static boolean isRegistered(KafkaSchemaRegistry registry, MessageSchema schema, CyclicBarrier barrier)
            throws Exception {
        barrier.await();
        try {
            registry.register(List.of(schema));
            return true;
        } catch (SchemaRegistryException e) {
            assertThat(e).hasMessageContaining("scale is");
            return false;
        }
    }
}
