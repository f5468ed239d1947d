package bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.TestService;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The format of Kaa, byte by byte, as a service leaves it in its topics. */
final class SchemaTopicTest {

    private static final String TOPIC = "schemas-v1";

    private static final List<String> NAMES = List.of(
            "bank.Operation.Deposit",
            "bank.Operation.Withdraw",
            "bank.Movement.Deposited",
            "bank.Movement.Withdrawn",
            "bank.Movement.InsufficientFunds",
            "bank.Account");

    private static TestService service;

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new);
        new BankHttp(service.http()).command(BankHttp.deposit("alice", 100));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void topicHasOnePartitionAndIsCompacted() throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", service.bootstrapServers()))) {
            TopicDescription topic = requireNonNull(
                    admin.describeTopics(List.of(TOPIC)).allTopicNames().get().get(TOPIC));
            assertThat(topic.partitions()).hasSize(1);
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, TOPIC);
            var config = requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            assertThat(config.get("cleanup.policy").value()).isEqualTo("compact");
        }
    }

    @Test
    void keyIsTheFingerprintInBigEndianAndValueTheSchemasJson() {
        Map<String, ConsumerRecord<byte[], byte[]>> records = schemas();

        assertThat(records).containsKeys(NAMES.toArray(String[]::new));
        records.forEach((name, record) -> {
            Schema schema = new Schema.Parser().parse(new String(record.value(), UTF_8));
            assertThat(schema.getFullName()).isEqualTo(name);
            byte[] key = ByteBuffer.allocate(8)
                    .order(ByteOrder.BIG_ENDIAN)
                    .putLong(SchemaNormalization.parsingFingerprint64(schema))
                    .array();
            assertThat(record.key()).isEqualTo(key);
            assertThat(record.headers()).isEmpty();
        });
    }

    @Test
    void messagesStartWithTheFingerprintInLittleEndian() {
        byte[] key = requireNonNull(schemas().get("bank.Movement.Deposited")).key();
        byte[] event = read("bank.accounts.events").get(0).value();

        assertThat(event).startsWith(0xC3, 0x01);
        for (int i = 0; i < Long.BYTES; i++) {
            assertThat(event[2 + i]).isEqualTo(key[Long.BYTES - 1 - i]);
        }
    }

    @Test
    void restartDoesNotWriteThemAgain() {
        int before = read(TOPIC).size();
        service.restart();
        new BankHttp(service.http()).command(BankHttp.deposit("bob", 1));

        assertThat(read(TOPIC)).hasSize(before);
    }

    /** By name of the schema. */
    private static Map<String, ConsumerRecord<byte[], byte[]>> schemas() {
        Map<String, ConsumerRecord<byte[], byte[]>> found = new LinkedHashMap<>();
        for (ConsumerRecord<byte[], byte[]> record : read(TOPIC)) {
            String name =
                    new Schema.Parser().parse(new String(record.value(), UTF_8)).getFullName();
            assertThat(found.put(name, record)).as(name).isNull();
        }
        return found;
    }

    /** All that is in a topic by now, by an ordinary consumer. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String topic) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = service.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        return records;
    }
}
