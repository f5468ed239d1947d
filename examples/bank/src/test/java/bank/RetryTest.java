package bank;

import static bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.BankHttp.Balance;
import bank.Operation.Deposit;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Callers that do not know whether their command was carried out send it again, or ask. */
final class RetryTest {

    private static final AtomicInteger IDS = new AtomicInteger();

    private static TestService service;
    private static AggregateTopics<String, Operation, Movement, Account> topics;

    private final String account = "account-" + IDS.incrementAndGet();
    private final String key = "key-" + IDS.incrementAndGet();

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new);
        topics = service.topics(new AccountsAggregate());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void secondOneGetsTheFirstAnswerAlsoFromALaterProcess() {
        HttpResponse<String> deposited = command(BankHttp.deposit(account, 100), key);
        HttpResponse<String> refused = command(BankHttp.withdraw(account, 200), key + "-2");
        command(BankHttp.deposit(account, 1), key + "-3");
        assertSame(command(BankHttp.deposit(account, 100), key), deposited);
        assertSame(command(BankHttp.withdraw(account, 200), key + "-2"), refused);

        service.restart();

        assertSame(command(BankHttp.deposit(account, 100), key), deposited);
        assertSame(command(BankHttp.withdraw(account, 200), key + "-2"), refused);
        assertThat(deposited.statusCode()).isEqualTo(200);
        assertThat(deposited.headers().firstValue("Annals-Message-Id")).hasValue(key);
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(topics.events(account)).hasSize(3);
        assertThat(bank().balance(account)).isEqualTo(new Balance(account, 2, BigDecimal.valueOf(101)));
    }

    @Test
    void manyAtOnceAreDecidedOnce() {
        List<CompletableFuture<HttpResponse<String>>> replies = IntStream.range(0, 50)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> command(BankHttp.deposit(account, 7), key)))
                .toList();

        assertThat(replies)
                .allSatisfy(reply -> assertSame(reply.join(), replies.get(0).join()));
        assertThat(bank().balance(account)).isEqualTo(new Balance(account, 1, BigDecimal.valueOf(7)));
    }

    @Test
    void sameKeyForAnotherCommandIsRefused() {
        command(BankHttp.deposit(account, 100), key);

        assertProblem(command(BankHttp.deposit(account, 101), key), 422, "message-id-reused", key);
        assertProblem(command(BankHttp.withdraw(account, 100), key), 422, "message-id-reused", key);
        for (int i = 0; i < 12; i++) {
            // In all partitions.
            assertProblem(command(BankHttp.deposit(account + i, 100), key), 422, "message-id-reused", key);
        }
        assertThat(bank().balance(account).version()).isEqualTo(1);
    }

    @Test
    void quotesAreNotOfTheKey() {
        command(BankHttp.deposit(account, 100), "\"" + key + "\"");

        assertThat(command(BankHttp.deposit(account, 100), key).headers().firstValue("Annals-Message-Id"))
                .hasValue(key);
        assertThat(bank().balance(account).version()).isEqualTo(1);
    }

    @Test
    void keyThatIsNoneIsRefused() {
        String json = BankHttp.deposit(account, 1);

        for (String none : List.of("", "a b", "\"\"", "k".repeat(256))) {
            assertProblem(command(json, none), 400, "invalid-idempotency-key", "1 to 255");
        }
        assertThat(command(json, "k".repeat(255)).statusCode()).isEqualTo(200);
    }

    @Test
    void outcomeCanBeAskedForLater() {
        HttpResponse<String> deposited = command(BankHttp.deposit(account, 100), key);
        HttpResponse<String> refused = command(BankHttp.withdraw(account, 200), key + "/2?");

        assertSame(bank().http().get("/accounts/events/one/" + key), deposited);
        assertSame(bank().http().get("/accounts/events/one/" + key + "%2F2%3F"), refused);
        HttpResponse<String> unknown = bank().http().get("/accounts/events/one/never-sent");
        assertProblem(unknown, 404, "unknown-message", "never-sent");
        assertThat(unknown.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void callerNeedNotWait() {
        HttpResponse<String> named =
                command(BankHttp.deposit(account, 100), "idempotency-key", key, "prefer", "respond-async, wait=10");
        HttpResponse<String> nameless = command(BankHttp.deposit(account, 1), "Prefer", "respond-async");

        assertThat(named.headers().firstValue("Annals-Message-Id")).hasValue(key);
        for (HttpResponse<String> reply : List.of(named, nameless)) {
            assertThat(reply.statusCode()).isEqualTo(202);
            assertThat(reply.body()).isEmpty();
            assertThat(reply.headers().firstValue("Preference-Applied")).hasValue("respond-async");
            String location = reply.headers().firstValue("Location").orElseThrow();
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> bank().http().get(location).statusCode() == 200);
            assertThat(bank().http().get(location).headers().firstValue("Annals-Message-Id"))
                    .isEqualTo(reply.headers().firstValue("Annals-Message-Id"));
        }
        assertThat(bank().balance(account)).isEqualTo(new Balance(account, 2, BigDecimal.valueOf(101)));
    }

    @Test
    void producerWithItsOwnIdsMaySendTwice() {
        Map<String, String> headers = Map.of("ce_id", key);
        topics.send(new Deposit(account, BigDecimal.valueOf(5)), headers);
        topics.send(new Deposit(account, BigDecimal.valueOf(5)), headers);
        topics.send(new Deposit(account, BigDecimal.valueOf(6)), headers);

        assertThat(command(BankHttp.deposit(account, 1), key + "-2").headers().firstValue("ETag"))
                .hasValue("\"2\"");
        assertThat(bank().http().get("/accounts/events/one/" + key).body())
                .isEqualTo("{\"_type\":\"Deposited\",\"amount\":5}");
        assertThat(topics.deadLetters())
                .filteredOn(letter -> key.equals(letter.headers().get("ce_id")))
                .singleElement()
                .satisfies(letter -> assertThat(letter.headers()).containsEntry("annals.stage", "identify"));
    }

    private static BankHttp bank() {
        return new BankHttp(service.http());
    }

    private static HttpResponse<String> command(String json, String key) {
        return command(json, "Idempotency-Key", key);
    }

    private static HttpResponse<String> command(String json, String... headers) {
        return bank().http()
                .send(bank().http()
                        .request("/accounts/commands")
                        .header("content-type", "application/json")
                        .headers(headers)
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    private static void assertSame(HttpResponse<String> reply, HttpResponse<String> first) {
        assertThat(reply.statusCode()).isEqualTo(first.statusCode());
        assertThat(reply.body()).isEqualTo(first.body());
        for (String header : List.of("ETag", "Annals-Message-Id", "Content-Type")) {
            assertThat(reply.headers().firstValue(header))
                    .isEqualTo(first.headers().firstValue(header));
        }
    }
}
