package ears;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import bank.Account;
import bank.AccountsAggregate;
import bank.BankService;
import bank.Movement;
import bank.Operation;
import bank.Operation.Deposit;
import bank.Operation.Withdraw;
import dev.annals.app.Application;
import dev.annals.app.ExitCode;
import dev.annals.app.Service;
import dev.annals.app.StandardModule;
import dev.annals.app.StartException;
import dev.annals.avro.MalformedDataException;
import dev.annals.schema.UnknownSchemaException;
import dev.annals.serde.UnreadableMessageException;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.RawMessage;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.core.ThrowingRunnable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import shelf.ShelfService;

/** A service without an aggregate, a projection, Kafka Streams and HTTP, beside the one that it listens to. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class ListenerTest {

    private static final String EVENTS = "bank.accounts.events";

    private static final Queue<String> HEARD = new ConcurrentLinkedQueue<>();
    private static final Queue<String> HEARD_LATER = new ConcurrentLinkedQueue<>();
    private static final Queue<String> OVERHEARD = new ConcurrentLinkedQueue<>();
    private static final Service.Factory EARS = EarsService.builder()
            .heard(HEARD)
            .heardLater(HEARD_LATER)
            .overheard(OVERHEARD)
            .without(StandardModule.STREAMS, StandardModule.HTTP);

    private static TestService bank;
    private static TestService ears;
    private static AggregateTopics<String, Operation, Movement, Account> accounts;

    @BeforeAll
    static void start() {
        bank = TestService.start(BankService::new);
        accounts = bank.topics(new AccountsAggregate());
        deposit("alice", 1);
        ears = bank.beside(EARS);
    }

    @AfterAll
    static void stop() {
        ears.close();
        bank.close();
    }

    @Test
    @Order(1)
    void startsWithTheFirstEventThatThereWasOrWithTheFirstThatComes() {
        deposit("alice", 2);
        eventually(() -> assertThat(HEARD).containsExactly("alice 1", "alice 2"));
        eventually(() -> assertThat(HEARD_LATER).containsExactly("alice 2"));
        assertThat(ears.topicNames()).contains("ears.listener.dead-letters");

        // Now is when it started first.
        ears.stop();
        deposit("alice", 3);
        ears.restart();
        eventually(() -> assertThat(HEARD).containsExactly("alice 1", "alice 2", "alice 3"));
        eventually(() -> assertThat(HEARD_LATER).containsExactly("alice 2", "alice 3"));
    }

    @Test
    @Order(0)
    void aReadModelNeedsWhatOpensDatabases() {
        Map<String, String> settings = new HashMap<>(bank.settings());
        settings.put("sql.url", "jdbc:h2:mem:shelf");

        assertThatThrownBy(() -> Application.start(
                        Service.of(ShelfService::new).without(StandardModule.STREAMS, StandardModule.HTTP), settings))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_SETTING))
                .hasMessage(
                        "The service shelf has read models in SQL, and nothing to open a database with: put annals-sql on the"
                                + " class path");
    }

    @Test
    @Order(2)
    void whereKafkaHasLostHowFarItCameSomebodyHasToSayWhereItGoesOn() throws Exception {
        ears.stop();
        HEARD.clear();
        forget("ears-listener");

        assertThatThrownBy(ears::restart)
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START))
                .hasMessageStartingWith("ears.listener has run before (there is ears.listener.dead-letters)")
                .hasMessageContaining("subscriptions.lost.offsets=beginning or now (SUBSCRIPTIONS_LOST_OFFSETS)");

        forget("ears-lateListener");
        HEARD_LATER.clear();
        ears.restart(Map.of("subscriptions.lost.offsets", "beginning"));
        eventually(() -> assertThat(HEARD).containsExactly("alice 1", "alice 2", "alice 3"));
        eventually(() -> assertThat(HEARD_LATER).containsExactly("alice 1", "alice 2", "alice 3"));

        ears.stop();
        forget("ears-listener", "ears-lateListener");
        deposit("alice", 4);
        ears.restart(Map.of("subscriptions.lost.offsets", "now"));
        deposit("alice", 5);
        eventually(() -> assertThat(HEARD).containsExactly("alice 1", "alice 2", "alice 3", "alice 5"));
        eventually(() -> assertThat(HEARD_LATER).containsExactly("alice 1", "alice 2", "alice 3", "alice 5"));
        // It is about those alone whose offsets are lost, and not needed any longer.
        ears.restart();
        eventually(() -> assertThat(OVERHEARD).containsExactly("alice 1", "alice 2", "alice 3", "alice 4", "alice 5"));
    }

    @Test
    @Order(3)
    void ofWhatIsExternalThatIsHandledWhichFits() {
        OVERHEARD.clear();
        deposit("bob", 10);
        // An event that none of the records stands for, and one that does not fit the one that does.
        accounts.send(new Withdraw("bob", new BigDecimal(1_000)));
        accounts.send(new Withdraw("bob", BigDecimal.ONE));
        eventually(() -> assertThat(accounts.events("bob")).hasSize(3));
        byte[] event = oneDeposit();
        bank.write(EVENTS, bytes("short"), Arrays.copyOf(event, event.length - 1));
        bank.write(EVENTS, bytes("long"), Arrays.copyOf(event, event.length + 1));
        bank.write(EVENTS, bytes("unknown"), new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9});
        bank.write(EVENTS, bytes("other"), bytes("{}"));
        bank.write(EVENTS, bytes("empty"), null);
        bank.write(EVENTS, null, event);
        accounts.send(new Deposit("bob", new BigDecimal(11)));

        eventually(() -> assertThat(OVERHEARD).containsExactly("bob 10", "bob 11"));
        String malformed = MalformedDataException.class.getName();
        eventually(() -> assertThat(bank.read("ears.eavesdropper.dead-letters"))
                .extracting(ListenerTest::key, letter -> letter.headers().get("__streams.errors.exception"))
                .containsExactlyInAnyOrder(
                        tuple("bob", UnreadableMessageException.class.getName()),
                        tuple("unknown", UnknownSchemaException.class.getName()),
                        tuple("short", malformed),
                        tuple("long", malformed),
                        tuple("other", malformed),
                        tuple("empty", malformed),
                        tuple("none", malformed)));
    }

    private static byte[] oneDeposit() {
        return bank.read(EVENTS).stream()
                .filter(event ->
                        "bank.Movement.Deposited".equals(event.headers().get("ce_type")))
                .map(event -> requireNonNull(event.value()))
                .findFirst()
                .orElseThrow();
    }

    private static String key(RawMessage letter) {
        byte[] key = letter.key();
        return key == null ? "none" : new String(key, UTF_8);
    }

    private static void deposit(String account, int amount) {
        int before = accounts.events(account).size();
        accounts.send(new Deposit(account, new BigDecimal(amount)));
        eventually(() -> assertThat(accounts.events(account)).hasSize(before + 1));
    }

    /** Has Kafka forget how far groups have come. */
    private static void forget(String... groups) throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bank.bootstrapServers()))) {
            admin.deleteConsumerGroups(List.of(groups)).all().get();
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(UTF_8);
    }

    private static void eventually(ThrowingRunnable assertion) {
        await().atMost(Duration.ofMinutes(1)).untilAsserted(assertion);
    }
}
