package bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.testkit.TestService;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What others find in the service's topics, with nothing but Kafka's and Avro's own classes. */
final class TopicsTest {

    private static TestService service;
    private static HttpResponse<String> deposited;

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new);
        BankHttp bank = new BankHttp(service.http());
        deposited = bank.command(BankHttp.deposit("älice", 100));
        bank.command(BankHttp.withdraw("älice", 200));
        bank.command(BankHttp.withdraw("älice", 30));
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @ParameterizedTest
    @CsvSource({
        "commands,     delete,  -1",
        "events,       delete,  -1",
        "dead-letters, delete,  -1",
        "snapshots,    compact, 604800000"
    })
    void keepsWhatIsTheTruthForEver(String content, String policy, String retention) throws Exception {
        String topic = "bank.accounts." + content;
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", service.bootstrapServers()))) {
            ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
            var config = requireNonNull(
                    admin.describeConfigs(List.of(resource)).all().get().get(resource));
            assertThat(config.get("cleanup.policy").value()).isEqualTo(policy);
            assertThat(config.get("retention.ms").value()).isEqualTo(retention);
            assertThat(config.get("retention.bytes").value()).isEqualTo("-1");
            assertThat(requireNonNull(admin.describeTopics(List.of(topic))
                                    .allTopicNames()
                                    .get()
                                    .get(topic))
                            .partitions())
                    .hasSize(6);
        }
    }

    @Test
    void givesEachEventTheHeadersOfACloudEvent() {
        List<ConsumerRecord<byte[], byte[]>> events = read("bank.accounts.events", 3);

        String messageId = deposited.headers().firstValue("Annals-Message-Id").orElseThrow();
        Map<String, String> headers = headers(events.get(0));
        assertThat(headers)
                .containsEntry("ce_specversion", "1.0")
                .containsEntry("ce_id", messageId + "-1")
                .containsEntry("ce_type", "bank.Movement.Deposited")
                .containsEntry("ce_source", "/bank/accounts")
                .containsEntry("ce_subject", "älice")
                .containsEntry("ce_sequence", "1")
                .containsEntry("ce_correlationid", messageId)
                .containsEntry("ce_causationid", messageId)
                .containsEntry("content-type", "application/avro");
        assertThat(Instant.parse(headers.get("ce_time")))
                .isEqualTo(Instant.ofEpochMilli(events.get(0).timestamp()));
        assertThat(headers(events.get(1)))
                .containsEntry("ce_type", "bank.Movement.InsufficientFunds")
                .doesNotContainKey("ce_sequence");
        assertThat(headers(events.get(2)))
                .containsEntry("ce_type", "bank.Movement.Withdrawn")
                .containsEntry("ce_sequence", "2");
        assertThat(events).allSatisfy(event -> assertThat(event.key()).isEqualTo("älice".getBytes(UTF_8)));
    }

    @Test
    void givesACommandTheHeadersOfACloudEvent() {
        assertThat(headers(read("bank.accounts.commands", 3).get(0)))
                .containsEntry(
                        "ce_id",
                        deposited.headers().firstValue("Annals-Message-Id").orElseThrow())
                .containsEntry("ce_type", "bank.Operation.Deposit")
                .containsEntry("ce_source", "/bank/accounts")
                .containsEntry("ce_subject", "älice")
                .containsKeys("ce_specversion", "ce_time", "content-type");
    }

    @Test
    void writesWhatAvroReadsWithTheSchemasOfTheJar() throws IOException {
        List<GenericRecord> commands = decoded("bank.accounts.commands", 3);
        assertThat(commands)
                .extracting(record -> record.getSchema().getFullName())
                .containsExactly("bank.Operation.Deposit", "bank.Operation.Withdraw", "bank.Operation.Withdraw");
        assertThat(commands)
                .allSatisfy(record -> assertThat(record.get("account")).hasToString("älice"));
        List<GenericRecord> events = decoded("bank.accounts.events", 3);
        assertThat(events.get(0).get("amount")).isEqualTo(BigDecimal.valueOf(100));
        assertThat(events.get(1).get("requested")).isEqualTo(BigDecimal.valueOf(200));
        assertThat(events.get(1).get("balance")).isEqualTo(BigDecimal.valueOf(100));
        assertThat(events.get(2).get("amount")).isEqualTo(BigDecimal.valueOf(30));
        assertThat(decoded("bank.accounts.snapshots", 2))
                .extracting(record -> record.get("balance"))
                .containsExactly(BigDecimal.valueOf(100), BigDecimal.valueOf(70));
    }

    /** All records of one partition, of which there must be so many, by an ordinary consumer. */
    private static List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = service.consumer()) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            while (records.size() < count) {
                consumer.poll(Duration.ofMillis(100)).forEach(records::add);
            }
        }
        assertThat(records).hasSize(count);
        return records;
    }

    private static List<GenericRecord> decoded(String topic, int count) throws IOException {
        List<GenericRecord> decoded = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : read(topic, count)) {
            decoded.add(decoded(schema(requireNonNull(headers(record).get("ce_type"))), record.value()));
        }
        return decoded;
    }

    private static GenericRecord decoded(Schema schema, byte[] value) throws IOException {
        ByteBuffer header = ByteBuffer.wrap(value).order(ByteOrder.LITTLE_ENDIAN);
        assertThat(header.get()).isEqualTo((byte) 0xC3);
        assertThat(header.get()).isEqualTo((byte) 0x01);
        assertThat(header.getLong()).isEqualTo(SchemaNormalization.parsingFingerprint64(schema));
        GenericData data = new GenericData();
        data.addLogicalTypeConversion(new Conversions.BigDecimalConversion());
        var decoder = DecoderFactory.get().binaryDecoder(value, 10, value.length - 10, null);
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema, schema, data).read(null, decoder);
        assertThat(decoder.isEnd()).isTrue();
        return record;
    }

    private static Schema schema(String type) throws IOException {
        try (InputStream file = TopicsTest.class.getResourceAsStream("/META-INF/annals/" + type + ".avsc")) {
            return new Schema.Parser().parse(requireNonNull(file, type));
        }
    }

    private static Map<String, String> headers(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = new HashMap<>();
        record.headers().forEach(header -> headers.put(header.key(), new String(header.value(), UTF_8)));
        return headers;
    }
}
