package billing;

import static billing.Orders.creation;
import static billing.Orders.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import billing.invoices.Invoice;
import billing.invoices.InvoiceCommand;
import billing.invoices.InvoiceCommand.AddLineItem;
import billing.invoices.InvoiceCommand.PayInvoice;
import billing.invoices.InvoiceEvent;
import billing.invoices.InvoicesAggregate;
import billing.lists.InvoiceListPage;
import careless.CarelessService;
import dev.annals.app.Application;
import dev.annals.app.Service;
import dev.annals.app.StandardModule;
import dev.annals.database.PooledDatabaseProvider;
import dev.annals.sql.Database;
import dev.annals.sql.DatabaseSettings;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The list of invoices, and what happens where something is wrong with an event or the database. All tests share a service, each with
 * invoices of its own.
 */
@ParameterizedClass
@EnumSource(TestDatabase.Kind.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
@SuppressWarnings("NullAway.Init") // By what runs before the tests of each database.
final class InvoiceListTest {

    private static final String TOO_LONG = "b".repeat(300);
    private static final int CUTS = 8;

    @TempDir
    private static Path directory;

    @Parameter
    TestDatabase.Kind kind = TestDatabase.Kind.H2;

    private UUID a = UUID.randomUUID();
    private UUID b = UUID.randomUUID();
    private boolean started;
    private TestDatabase database;
    private TestService service;
    private AggregateTopics<UUID, InvoiceCommand, InvoiceEvent, Invoice> invoices;

    @BeforeParameterizedClassInvocation
    void start(TestDatabase.Kind where) throws Exception {
        kind = where;
        database = where.open(directory.resolve(where.name()));
        service = TestService.start(Service.of(BillingService::new).with(InvoiceListPage::new), settings());
        invoices = service.topics(new InvoicesAggregate());
        started = true;
    }

    @AfterParameterizedClassInvocation
    void stop() throws Exception {
        // Where it was skipped, there is nothing to stop.
        if (started) {
            started = false;
            service.close();
            database.close();
        }
    }

    @BeforeEach
    void useOtherInvoices() {
        a = UUID.randomUUID();
        b = UUID.randomUUID();
    }

    /** First: before it there is nothing. */
    @Test
    @Order(1)
    void pausedItAppliesNothing() throws Exception {
        service.http().post("/subscriptions/invoiceList/pause", "");
        invoices.send(creation(a, "alice", item("1.00")));
        eventually(() -> assertThat(service.http().get("/subscriptions").body())
                .containsPattern("\"paused\":true,.*\"lag\":[1-9]"));
        assertThat(database.rows()).isEmpty();

        service.http().post("/subscriptions/invoiceList/resume", "");

        eventually(() -> assertThat(database.rows()).containsKey(a));
    }

    /** While there are few: it shows the first hundred. */
    @Test
    @Order(2)
    void listShowsWhatIsUnpaid() {
        service.http().post("/invoices/commands", """
                {"_type":"CreateInvoice","id":"%s","customer":{"name":"alice","email":"alice@example.com"},
                "issueDate":"2026-11-28","dueDate":"2026-12-28","lineItems":[{"description":"tea","quantity":2,"price":1.50}]}
                """.formatted(a));
        invoices.sendAll(
                List.of(creation(b, "bob", item("7.00")), new PayInvoice(b), new AddLineItem(a, item("0.25"))));

        eventually(() -> assertThat(service.http().get("/invoiceList").body())
                .contains("{\"id\":\"" + a + "\",\"customer\":\"alice\",\"email\":\"alice@example.com\","
                        + "\"issueDate\":\"2026-11-28\",\"dueDate\":\"2026-12-28\",\"total\":3.50}")
                .doesNotContain(b.toString()));
        eventually(() -> assertThat(service.http().get("/subscriptions").body())
                .isEqualTo("[{\"name\":\"invoiceList\",\"paused\":false,\"caughtUp\":true,\"lag\":0,\"inFlight\":0}]"));
        assertThat(service.http().get("/metrics").body())
                .containsPattern(
                        "annals_subscription_events_total\\{result=\"handled\",subscription=\"billing.invoiceList\"} [1-9]");
        assertThat(service.http().get("/openapi.json").body()).contains("/subscriptions/invoiceList/pause");
    }

    @Test
    void goesOnWhereItStopped() {
        invoices.send(creation(a, "alice", item("1.00")));
        eventually(() -> assertThat(database.rows()).containsEntry(a, "alice 2.00 false"));
        service.stop();
        assertThat(service.topicNames()).contains("billing.invoices.events");
        service.restart(settings());

        invoices = service.topics(new InvoicesAggregate());
        invoices.send(new AddLineItem(a, item("1.00")));

        eventually(() -> assertThat(database.rows()).containsEntry(a, "alice 4.00 false"));
    }

    @Test
    void eventThatCannotBeAppliedIsADeadLetterAndOthersAreNotHeldUp() {
        String reason = kind == TestDatabase.Kind.H2 ? "Value too long for column" : "value too long for type";
        invoices.sendAll(List.of(
                creation(a, "alice", item("1.00")),
                creation(b, TOO_LONG, item("2.00")),
                new AddLineItem(a, item("1.00"))));

        eventually(() -> assertThat(letters("billing.invoiceList", b)).hasSize(1));
        eventually(() ->
                assertThat(database.rows()).containsEntry(a, "alice 4.00 false").doesNotContainKey(b));
        assertThat(letters("billing.invoiceList", b))
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers())
                        .containsEntry("annals.stage", "handle")
                        .hasEntrySatisfying(
                                "__streams.errors.message",
                                message -> assertThat(message).contains(reason)));
        assertThat(service.http().get("/invoiceList/dead-letters").body()).contains(reason);
    }

    /** PostgreSQL does nothing more in a transaction in which a statement has failed, also where nobody is told of it. */
    @Test
    void eventWhoseFailureIsSwallowedIsADeadLetterWhereItHasBrokenTheTransaction(@TempDir Path own) throws Exception {
        try (TestDatabase other = kind.open(own.resolve("careless"));
                Application careless = start(CarelessService::new, other, own)) {
            invoices.sendAll(List.of(
                    creation(a, "alice", item("1.00")),
                    creation(b, TOO_LONG, item("2.00")),
                    new AddLineItem(a, item("1.00"))));

            eventually(() -> assertThat(other.rows()).containsEntry(a, "alice 0.00 true"));
            assertThat(other.rows()).doesNotContainKey(b);
            int broken = kind == TestDatabase.Kind.H2 ? 0 : 1;
            eventually(() -> assertThat(letters("careless.carelessList", b))
                    .hasSize(broken)
                    .allSatisfy(letter -> assertThat(letter.headers().get("__streams.errors.message"))
                            .contains("current transaction is aborted")));
            assertThat(letters("careless.carelessList", a)).isEmpty();
            assertThat(careless.failure()).isNotDone();
        }
    }

    @Test
    void nothingIsLostWhereTheDatabaseGoesAwayAndReturns() throws Exception {
        invoices.send(creation(a, "alice", item("1.00")));
        eventually(() -> assertThat(database.rows()).containsKey(a));
        database.stop();

        invoices.sendAll(List.of(creation(b, "bob", item("2.00")), new AddLineItem(a, item("1.00"))));
        eventually(() -> assertThat(service.http().get("/subscriptions").body()).containsPattern("\"inFlight\":[12]"));
        assertThat(service.http().get("/health/ready").statusCode()).isEqualTo(200);
        eventually(() ->
                assertThat(service.http().get("/invoiceList").statusCode()).isEqualTo(503));
        database.start();

        eventually(() ->
                assertThat(database.rows()).containsEntry(a, "alice 4.00 false").containsEntry(b, "bob 4.00 false"));
        assertThat(letters("billing.invoiceList", a)).isEmpty();
        assertThat(letters("billing.invoiceList", b)).isEmpty();
    }

    /** H2 has assertions of its own that fail where it is stopped under load. */
    @Test
    void nothingIsLostOrAppliedTwiceWhereConnectionsAreCutAgainAndAgain() throws Exception {
        assumeTrue(kind == TestDatabase.Kind.POSTGRESQL, "H2 is not to be stopped in the middle");
        for (int cut = 0; cut < CUTS; cut++) {
            long before = database.applied();
            invoices.sendAll(Orders.round(cut, 20));
            await().atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(5))
                    .until(() -> database.applied() > before);
            // In the middle of them.
            database.stop();
            database.start();
        }

        eventually(() -> {
            Map<UUID, String> folded = ofRounds(Orders.fold(invoices.events()));
            assertThat(folded).hasSizeGreaterThan(CUTS * 16);
            assertThat(ofRounds(database.rows())).isEqualTo(folded);
        });
        assertThat(service.read("billing.invoiceList.dead-letters"))
                .allSatisfy(letter -> assertThat(letter.headers().get("__streams.errors.message"))
                        .containsIgnoringCase("value too long"));
    }

    private static Map<UUID, String> ofRounds(Map<UUID, String> list) {
        list.keySet().removeIf(id -> id.getMostSignificantBits() < 0 || id.getMostSignificantBits() >= CUTS);
        return list;
    }

    /** What holds rows and does nothing is ended by PostgreSQL, as our connections ask it to. */
    @Test
    void rowsOfOneWhoHangsAreFreeAgain() throws Exception {
        assumeTrue(kind == TestDatabase.Kind.POSTGRESQL, "How long others wait is for them to say");
        DatabaseSettings settings = new DatabaseSettings(
                "billing",
                database.url(),
                Optional.of(database.user()),
                Optional.of(""),
                1,
                1,
                Duration.ofSeconds(1),
                "classpath:db/migration");
        try (Database hanging = new PooledDatabaseProvider().open(settings);
                Connection holder = hanging.writers().getConnection()) {
            holder.setAutoCommit(false);
            holder.createStatement().executeQuery("SELECT * FROM annals_offsets FOR UPDATE");
            invoices.send(creation(a, "alice", item("1.00")));

            eventually(() -> assertThat(database.rows()).containsKey(a));
            assertThatThrownBy(holder::commit).isInstanceOf(SQLException.class);
        }
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new HashMap<>(database.settings());
        settings.put("sql.attempts", "2");
        settings.put("sql.batch.events", "5");
        settings.put("subscriptions.backoff.ms", "50");
        settings.put("subscriptions.max.backoff.ms", "200");
        return settings;
    }

    /** Starts what keeps a list of its own of the same invoices. */
    private Application start(Service.Factory factory, TestDatabase other, Path directory) {
        Map<String, String> settings = settings();
        settings.putAll(other.settings());
        settings.put("kafka.bootstrap.servers", service.bootstrapServers());
        settings.put("embedded.directory", directory.resolve("state").toString());
        return Application.start(factory.without(StandardModule.STREAMS, StandardModule.HTTP), settings);
    }

    private List<RawMessage> letters(String readModel, UUID invoice) {
        return service.read(readModel + ".dead-letters").stream()
                .filter(letter -> invoice.toString().equals(letter.headers().get("ce_subject")))
                .toList();
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
