package billing;

import static billing.Orders.creation;
import static billing.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import billing.invoices.Invoice;
import billing.invoices.InvoiceCommand;
import billing.invoices.InvoiceEvent;
import billing.invoices.InvoicesAggregate;
import dev.annals.app.Application;
import dev.annals.app.ExitCode;
import dev.annals.app.Service;
import dev.annals.app.StandardModule;
import dev.annals.app.StartException;
import dev.annals.broker.Broker;
import dev.annals.broker.BrokerSettings;
import dev.annals.embedded.EmbeddedBroker;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.TestService;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where a read model would skip events, or apply them twice, and nobody would see it, it does not go on. */
final class RefusalsTest {

    private static final String EVENTS = "billing.invoices.events";
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Service.Factory LIST =
            Service.of(BillingService::new).without(StandardModule.STREAMS, StandardModule.HTTP);

    /** Decides, and keeps no list. */
    private static TestService service;

    private static AggregateTopics<UUID, InvoiceCommand, InvoiceEvent, Invoice> invoices;

    @TempDir
    private Path directory;

    private H2Server database;

    @BeforeAll
    static void startDeciding() {
        service = TestService.start(Service.of(BillingService::new).without(StandardModule.SUBSCRIPTIONS));
        invoices = service.topics(new InvoicesAggregate());
    }

    @AfterAll
    static void stopDeciding() {
        service.close();
    }

    @BeforeEach
    void openDatabase() throws SQLException {
        database = new H2Server(directory);
    }

    @AfterEach
    void closeDatabase() {
        database.close();
    }

    @Test
    void clusterNeedsADatabaseThatIsNamed() {
        assertThatThrownBy(() -> start(service.bootstrapServers(), Map.of()))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_SETTING))
                .hasMessageContaining("Read models need a database: set sql.url (SQL_URL)");
    }

    @Test
    void databaseOfAnotherClusterIsRefused() throws Exception {
        listOne();
        try (Broker other = EmbeddedBroker.start(new BrokerSettings(directory.resolve("broker"), 0, false))) {
            assertRefused(other.bootstrapServers(), "of another topic " + EVENTS);
        }
    }

    @Test
    void databaseThatIsAheadOfTheTopicIsRefused() throws Exception {
        listOne();
        database.execute("UPDATE annals_offsets SET next_offset = next_offset + 1000");

        assertRefused(service.bootstrapServers(), "Kafka has lost events that were applied, or is an older copy");
    }

    @Test
    void eventsThatAreGoneBeforeTheyWereAppliedAreNotPassedOver() throws Exception {
        listOne();
        UUID missed = UUID.randomUUID();
        invoices.send(creation(missed, "bob", item("1.00")));
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(invoices.events(missed)).hasSize(1));
        deleteEvents();

        assertRefused(service.bootstrapServers(), "are gone that were never applied");
    }

    /** Has the list hold an invoice, and stops keeping it. */
    private void listOne() throws Exception {
        UUID id = UUID.randomUUID();
        invoices.send(creation(id, "alice", item("1.00")));
        try (Application list = start(service.bootstrapServers(), database.settings())) {
            await().atMost(PATIENCE)
                    .untilAsserted(() -> assertThat(database.rows()).containsKey(id));
            assertThat(list.failure()).isNotDone();
        }
    }

    private void assertRefused(String bootstrapServers, String reason) throws Exception {
        Map<UUID, String> before = database.rows();
        try (Application list = start(bootstrapServers, database.settings())) {
            assertThat(list.failure()).failsWithin(PATIENCE).withThrowableThat().withMessageContaining(reason);
        }
        assertThat(database.rows()).isEqualTo(before).isNotEmpty();
    }

    private Application start(String bootstrapServers, Map<String, String> databaseSettings) {
        Map<String, String> settings = new HashMap<>(databaseSettings);
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.put("embedded.directory", directory.resolve("list").toString());
        return Application.start(LIST, settings);
    }

    private static void deleteEvents() throws Exception {
        try (Consumer<byte[], byte[]> consumer = service.consumer();
                Admin admin = Admin.create(Map.of("bootstrap.servers", service.bootstrapServers()))) {
            List<TopicPartition> partitions = consumer.partitionsFor(EVENTS).stream()
                    .map(partition -> new TopicPartition(EVENTS, partition.partition()))
                    .toList();
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            admin.deleteRecords(partitions.stream()
                            .collect(Collectors.toMap(
                                    Function.identity(),
                                    partition -> RecordsToDelete.beforeOffset(ends.getOrDefault(partition, 0L)))))
                    .all()
                    .get();
        }
    }
}
