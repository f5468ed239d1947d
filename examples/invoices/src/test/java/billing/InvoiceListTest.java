package billing;

import static billing.Orders.creation;
import static billing.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import billing.invoices.Invoice;
import billing.invoices.InvoiceCommand;
import billing.invoices.InvoiceCommand.AddLineItem;
import billing.invoices.InvoiceCommand.PayInvoice;
import billing.invoices.InvoiceEvent;
import billing.invoices.InvoicesAggregate;
import billing.lists.InvoiceListPage;
import dev.annals.app.Service;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of invoices, and what happens where something is wrong with an event or the database. */
final class InvoiceListTest {

    private static final UUID A = new UUID(0, 1);
    private static final UUID B = new UUID(0, 2);

    @TempDir
    private Path directory;

    private H2Server database;
    private TestService service;
    private AggregateTopics<UUID, InvoiceCommand, InvoiceEvent, Invoice> invoices;

    @BeforeEach
    void start() throws Exception {
        database = new H2Server(directory);
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("sql.attempts", "2");
        settings.put("subscriptions.backoff.ms", "50");
        settings.put("subscriptions.max.backoff.ms", "200");
        service = TestService.start(Service.of(BillingService::new).with(InvoiceListPage::new), settings);
        invoices = service.topics(new InvoicesAggregate());
    }

    @AfterEach
    void stop() {
        service.close();
        database.close();
    }

    @Test
    void listShowsWhatIsUnpaid() {
        service.http().post("/invoices/commands", """
                {"_type":"CreateInvoice","id":"%s","customer":{"name":"alice","email":"alice@example.com"},
                "issueDate":"2026-11-28","dueDate":"2026-12-28","lineItems":[{"description":"tea","quantity":2,"price":1.50}]}
                """.formatted(A));
        invoices.sendAll(
                List.of(creation(B, "bob", item("7.00")), new PayInvoice(B), new AddLineItem(A, item("0.25"))));

        eventually(() -> assertThat(service.http().get("/invoiceList").body())
                .isEqualTo("[{\"id\":\"" + A + "\",\"customer\":\"alice\",\"email\":\"alice@example.com\","
                        + "\"issueDate\":\"2026-11-28\",\"dueDate\":\"2026-12-28\",\"total\":3.50}]"));
        eventually(() -> assertThat(service.http().get("/subscriptions").body())
                .isEqualTo("[{\"name\":\"invoiceList\",\"paused\":false,\"caughtUp\":true,\"lag\":0,\"inFlight\":0}]"));
        assertThat(service.http().get("/metrics").body())
                .contains(
                        "annals_subscription_events_total{result=\"handled\",subscription=\"billing.invoiceList\"} 4.0");
        assertThat(service.http().get("/openapi.json").body()).contains("/subscriptions/invoiceList/pause");
    }

    @Test
    void goesOnWhereItStopped() {
        invoices.send(creation(A, "alice", item("1.00")));
        eventually(() -> assertThat(database.rows()).containsEntry(A, "alice 2.00 false"));
        service.stop();
        assertThat(service.topicNames()).contains("billing.invoices.events");
        service.restart(settings());

        invoices = service.topics(new InvoicesAggregate());
        invoices.send(new AddLineItem(A, item("1.00")));

        eventually(() -> assertThat(database.rows()).containsEntry(A, "alice 4.00 false"));
    }

    @Test
    void eventThatCannotBeAppliedIsADeadLetterAndOthersAreNotHeldUp() {
        invoices.sendAll(List.of(
                creation(A, "alice", item("1.00")),
                creation(B, "b".repeat(300), item("2.00")),
                new AddLineItem(A, item("1.00"))));

        eventually(() -> assertThat(letters()).hasSize(1));
        eventually(() -> assertThat(database.rows()).containsOnly(Map.entry(A, "alice 4.00 false")));
        assertThat(letters())
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .containsEntry("annals.stage", "handle")
                        .containsEntry("ce_subject", B.toString())
                        .hasEntrySatisfying(
                                "__streams.errors.message",
                                message -> assertThat(message).contains("Value too long for column")));
        assertThat(service.http().get("/invoiceList/dead-letters").body()).contains("Value too long");
    }

    @Test
    void nothingIsLostWhereTheDatabaseGoesAwayAndReturns() throws Exception {
        invoices.send(creation(A, "alice", item("1.00")));
        eventually(() -> assertThat(database.rows()).containsKey(A));
        database.stop();

        invoices.sendAll(List.of(creation(B, "bob", item("2.00")), new AddLineItem(A, item("1.00"))));
        eventually(() -> assertThat(service.http().get("/subscriptions").body()).contains("\"inFlight\":2"));
        assertThat(service.http().get("/health/ready").statusCode()).isEqualTo(200);
        assertThat(service.http().get("/invoiceList").statusCode()).isEqualTo(503);
        database.start();

        eventually(() -> assertThat(database.rows())
                .containsOnly(Map.entry(A, "alice 4.00 false"), Map.entry(B, "bob 4.00 false")));
        assertThat(letters()).isEmpty();
    }

    @Test
    void pausedItAppliesNothing() {
        service.http().post("/subscriptions/invoiceList/pause", "");
        invoices.send(creation(A, "alice", item("1.00")));
        eventually(() -> assertThat(
                        service.http().get("/subscriptions").body()) // The event, and the marker of its transaction.
                .contains("\"paused\":true", "\"lag\":2"));
        assertThat(rows()).isEmpty();

        service.http().post("/subscriptions/invoiceList/resume", "");

        eventually(() -> assertThat(database.rows()).containsKey(A));
    }

    @Test
    void databaseOfAnotherClusterIsRefused() throws Exception {
        invoices.send(creation(A, "alice", item("1.00")));
        eventually(() -> assertThat(database.rows()).containsKey(A));

        try (TestService other = TestService.start(BillingService::new, database.settings())) {
            eventually(() ->
                    assertThat(other.http().get("/health/live").statusCode()).isEqualTo(503));
        }
        assertThat(database.rows()).containsOnlyKeys(A);
    }

    private Map<UUID, String> rows() {
        try {
            return database.rows();
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private Map<String, String> settings() {
        return database.settings();
    }

    private List<RawMessage> letters() {
        return service.read("billing.invoiceList.dead-letters");
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
