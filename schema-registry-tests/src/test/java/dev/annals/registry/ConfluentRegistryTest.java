package dev.annals.registry;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import bank.BankService;
import com.fasterxml.jackson.databind.JsonNode;
import dev.annals.app.ExitCode;
import dev.annals.app.Service;
import dev.annals.app.StartException;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.UnknownSchemaException;
import dev.annals.schema.confluent.ConfluentSchemaRegistry;
import dev.annals.schema.confluent.ConfluentSettings;
import dev.annals.schema.confluent.Credentials;
import dev.annals.testkit.TestService;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.DecoderFactory;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bank with its schemas in a real Apicurio, and what others read of it with Avro's own classes. */
final class ConfluentRegistryTest {

    private static final int PARTITIONS = 6;

    private static Apicurio apicurio;
    private static TestService service;

    @BeforeAll
    static void start() throws Exception {
        apicurio = Apicurio.start();
        apicurio.requireBackwardCompatibility();
        service = TestService.start(BankService::new, settings());
        assertThat(deposit("alice", 100).statusCode()).isEqualTo(200);
    }

    @AfterAll
    static void stop() throws Exception {
        if (service != null) {
            service.close();
        }
        if (apicurio != null) {
            apicurio.close();
        }
    }

    @Test
    void subjectsAreTheNamesOfTheRecords() {
        assertThat(apicurio.get("/subjects"))
                .extracting(JsonNode::textValue)
                .contains(
                        "bank.Operation.Deposit",
                        "bank.Operation.Withdraw",
                        "bank.Movement.Deposited",
                        "bank.Movement.Withdrawn",
                        "bank.Movement.InsufficientFunds",
                        "bank.Account");
    }

    @Test
    void avroReadsAnEventWithTheSchemaOfItsId() throws IOException {
        byte[] event = events(1).get(0);

        ByteBuffer header = ByteBuffer.wrap(event);
        assertThat(header.get()).isZero();
        int id = header.getInt();
        JsonNode latest = apicurio.get("/subjects/bank.Movement.Deposited/versions/latest");
        assertThat(id).isEqualTo(latest.get("id").intValue());
        Schema schema = new Schema.Parser()
                .parse(apicurio.get("/schemas/ids/" + id).get("schema").textValue());
        assertThat(decoded(schema, event).get("amount")).isEqualTo(BigDecimal.valueOf(100));
    }

    @Test
    void serviceServesTheSchemaOfAnId() {
        int id = ByteBuffer.wrap(events(1).get(0), 1, Integer.BYTES).getInt();

        HttpResponse<String> reply = service.http().get("/schemas/ids/" + id);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(new Schema.Parser().parse(reply.body()).getFullName()).isEqualTo("bank.Movement.Deposited");
        assertThat(service.http().get("/schemas/ids/123456").statusCode()).isEqualTo(404);
        assertThat(service.http().get("/schemas/ids/0123456789abcdef").statusCode())
                .isEqualTo(400);
    }

    @Test
    void restartGoesOnWithTheSameIds() {
        int id =
                apicurio.get("/subjects/bank.Account/versions/latest").get("id").intValue();

        service.restart(settings());

        assertThat(deposit("bob", 5).statusCode()).isEqualTo(200);
        assertThat(service.http().get("/accounts/one/alice").body()).contains("\"balance\":100");
        JsonNode latest = apicurio.get("/subjects/bank.Account/versions/latest");
        assertThat(latest.get("id").intValue()).isEqualTo(id);
        assertThat(latest.get("version").intValue()).isEqualTo(1);
    }

    @Test
    void incompatibleSchemaIsRefusedInWords() {
        MessageSchema other = Schemas.of(
                "{'type':'record','name':'Account','namespace':'bank','fields':[{'name':'limit','type':'int'}]}");
        Service.Factory withAnother = engine -> {
            engine.schemas().register(List.of(other));
            return new BankService(engine);
        };

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> TestService.start(withAnother, settings()).close())
                .withMessageContaining("refuses the schema of bank.Account")
                .withMessageContaining("not compatible with what is registered under the subject bank.Account")
                .withMessageContaining("/fields/0")
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START));
    }

    @Test
    void serviceDoesNotStartWithoutItsRegistry() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> TestService.start(
                                BankService::new,
                                Map.of("schemas.registry", "confluent", "schemas.url", "http://127.0.0.1:1"))
                        .close())
                .withMessageContaining("The schema registry at http://127.0.0.1:1 does not answer")
                .withMessageContaining("schemas.url (SCHEMAS_URL)")
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START));
    }

    @Test
    void anotherClientFindsTheSchemaOfAnId() {
        MessageSchema schema = Schemas.amount("Cent", 2);
        try (ConfluentSchemaRegistry writer = registry();
                ConfluentSchemaRegistry reader = registry()) {
            long id = writer.register(List.of(schema)).get(0);

            assertThat(writer.register(List.of(schema))).containsExactly(id);
            assertThat(reader.register(List.of(schema))).containsExactly(id);
            assertThat(registry().schema(id)).contains("\"scale\":2");
            assertThatExceptionOfType(UnknownSchemaException.class)
                    .isThrownBy(() -> reader.schema(99_999))
                    .withMessageContaining("id 99999 in the registry at " + apicurio.url());
        }
    }

    private static ConfluentSchemaRegistry registry() {
        return new ConfluentSchemaRegistry(
                new ConfluentSettings(apicurio.url(), new Credentials.None(), Optional.empty(), Optional.empty()));
    }

    private static Map<String, String> settings() {
        return Map.of(
                "schemas.registry", "confluent", "schemas.url", apicurio.url().toString());
    }

    private static HttpResponse<String> deposit(String account, int amount) {
        return service.http()
                .post(
                        "/accounts/commands",
                        "{\"_type\":\"Deposit\",\"account\":\"%s\",\"amount\":%d}".formatted(account, amount));
    }

    /** The first events there are, of all partitions. */
    private static List<byte[]> events(int count) {
        List<byte[]> events = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = service.consumer()) {
            consumer.assign(IntStream.range(0, PARTITIONS)
                    .mapToObj(partition -> new TopicPartition("bank.accounts.events", partition))
                    .toList());
            while (events.size() < count) {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> {
                    if (new String(event.key(), UTF_8).equals("alice")) {
                        events.add(event.value());
                    }
                });
            }
        }
        return events;
    }

    private static GenericRecord decoded(Schema schema, byte[] message) throws IOException {
        GenericData data = new GenericData();
        data.addLogicalTypeConversion(new Conversions.BigDecimalConversion());
        int header = 1 + Integer.BYTES;
        var decoder = DecoderFactory.get().binaryDecoder(message, header, message.length - header, null);
        GenericRecord record = new GenericDatumReader<GenericRecord>(schema, schema, data).read(null, decoder);
        assertThat(decoder.isEnd()).isTrue();
        return record;
    }
}
