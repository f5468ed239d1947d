package bank;

import static bank.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import bank.BankHttp.Balance;
import bank.Operation.Deposit;
import dev.annals.aggregate.Engine;
import dev.annals.app.ExitCode;
import dev.annals.app.StartException;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a service knows after a restart, and what it shows of a transaction that is still open. */
final class RestartTest {

    /** Longer than the test: the transaction stays open until the service stops. */
    private static final Map<String, String> LONG_TRANSACTIONS =
            Map.of("kafka.commit.interval.ms", "120000", "kafka.producer.transaction.timeout.ms", "240000");

    private TestService service;

    @BeforeEach
    void start() {
        service = TestService.start(BankService::new);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @Test
    void goesOnFromWhereItStopped() {
        bank().command(BankHttp.deposit("alice", 100));
        bank().command(BankHttp.withdraw("alice", 30));
        String before = bank().account("alice").body();

        service.restart();

        assertThat(bank().account("alice").body()).isEqualTo(before);
        assertThat(service.http().get("/accounts/all").body()).isEqualTo("[" + before + "]");
        HttpResponse<String> next = bank().command(BankHttp.withdraw("alice", 70));
        assertThat(next.headers().firstValue("ETag")).hasValue("\"3\"");
        assertThat(service.topics(new AccountsAggregate()).events("alice"))
                .extracting(event -> event.headers().get("ce_sequence"))
                .containsExactly("1", "2", "3");
    }

    @Test
    void refusesAnotherNumberOfPartitions() {
        bank().command(BankHttp.deposit("alice", 100));

        assertThatThrownBy(() -> service.restart(Map.of("topics.partitions", "3")))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.CANNOT_START))
                .hasMessageMatching(
                        "Topic bank\\.(accounts|transfers)\\.[a-z-]+ has 6 partitions, and topics\\.partitions is 3\\..*"
                                + " set topics\\.partitions=6 \\(TOPICS_PARTITIONS=6\\)");

        service.restart();
        assertThat(bank().balance("alice")).isEqualTo(new Balance("alice", 1, BigDecimal.valueOf(100)));
    }

    @Test
    void showsNothingOfATransactionBeforeItHasCommitted() {
        bank().command(BankHttp.deposit("alice", 100));
        service.restart(LONG_TRANSACTIONS);
        var topics = service.topics(new AccountsAggregate());

        topics.send(new Deposit("alice", BigDecimal.valueOf(50)));
        topics.send(new Deposit("alice", BigDecimal.valueOf(1)));
        topics.send(new Deposit("bob", BigDecimal.valueOf(7)));
        awaitUncommittedEvents(Set.of("alice", "bob"), 4);

        assertThat(bank().balance("alice")).isEqualTo(new Balance("alice", 1, BigDecimal.valueOf(100)));
        assertProblem(bank().account("bob"), 404, "not-found", "bob");
        assertThat(BankHttp.page(service.http().get("/accounts/all")))
                .containsExactly(new Balance("alice", 1, BigDecimal.valueOf(100)));

        service.restart();

        assertThat(BankHttp.page(service.http().get("/accounts/all")))
                .containsExactly(
                        new Balance("alice", 3, BigDecimal.valueOf(151)), new Balance("bob", 1, BigDecimal.valueOf(7)));
    }

    @Test
    void givesNoOutcomeBeforeTheTransactionHasCommitted() {
        Map<String, String> settings = new HashMap<>(LONG_TRANSACTIONS);
        settings.put("http.reply.timeout.ms", "3000");
        service.close();
        service = TestService.start(RestartTest::bankWithAnotherCallerUnderWay, settings);

        HttpResponse<String> reply = bank().command(BankHttp.deposit("alice", 100));

        awaitUncommittedEvents(Set.of("alice"), 1);
        assertProblem(reply, 504, "no-outcome", "may yet be carried out");
        assertProblem(bank().account("alice"), 404, "not-found", "alice");

        service.restart();

        assertThat(bank().balance("alice")).isEqualTo(new Balance("alice", 1, BigDecimal.valueOf(100)));
    }

    /** The reply of a lone caller would be committed at once. */
    private static BankService bankWithAnotherCallerUnderWay(Engine engine) {
        engine.transactions().callerWaits();
        return new BankService(engine);
    }

    /** Waits until the processor has written so many events, whether or not they are committed. */
    private void awaitUncommittedEvents(Set<String> keys, int count) {
        Set<String> found = new HashSet<>();
        try (Consumer<byte[], byte[]> consumer = service.uncommittedConsumer()) {
            consumer.assign(IntStream.range(0, 6)
                    .mapToObj(partition -> new TopicPartition("bank.accounts.events", partition))
                    .toList());
            int[] events = {0};
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(100)).forEach(event -> {
                    events[0]++;
                    found.add(new String(event.key(), UTF_8));
                });
                return events[0] >= count;
            });
        }
        assertThat(found).isEqualTo(keys);
    }

    private BankHttp bank() {
        return new BankHttp(service.http());
    }
}
