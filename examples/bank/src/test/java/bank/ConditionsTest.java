package bank;

import static bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

import bank.Operation.Deposit;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Requests that are to be carried out on one version of an account only. */
final class ConditionsTest {

    private static final AtomicInteger IDS = new AtomicInteger();

    private static TestService service;
    private static BankHttp bank;
    private static AggregateTopics<String, Operation, Movement, Account> topics;

    private final String account = "account-" + IDS.incrementAndGet();

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new);
        bank = new BankHttp(service.http());
        topics = service.topics(new AccountsAggregate());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void commandIsDecidedOnTheVersionThatItNames() {
        HttpResponse<String> first = deposit("If-None-Match", "*");
        HttpResponse<String> second =
                deposit("If-Match", first.headers().firstValue("ETag").orElseThrow());
        HttpResponse<String> late = deposit("If-Match", "\"1\"");
        HttpResponse<String> notNew = deposit("If-None-Match", "*");

        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(second.statusCode()).isEqualTo(200);
        for (HttpResponse<String> failed : List.of(late, notNew)) {
            assertProblem(failed, 412, "condition-failed", "it has version 2");
            assertThat(failed.headers().firstValue("ETag")).hasValue("\"2\"");
            assertThat(failed.headers().firstValue("Annals-Message-Id")).isPresent();
        }
        assertThat(topics.events(account)).hasSize(2);
    }

    @Test
    void conditionOnWhatDoesNotExistFailsWithoutATag() {
        HttpResponse<String> failed = deposit("If-Match", "*");

        assertProblem(failed, 412, "condition-failed", "there is none");
        assertThat(failed.headers().firstValue("ETag")).isEmpty();
        assertThat(bank.account(account).statusCode()).isEqualTo(404);
    }

    @Test
    void ofManyThatSawTheSameVersionOneIsDecided() {
        deposit("If-None-Match", "*");

        List<CompletableFuture<Integer>> statuses = IntStream.range(0, 20)
                .mapToObj(i -> CompletableFuture.supplyAsync(
                        () -> deposit("If-Match", "\"1\"").statusCode()))
                .toList();

        assertThat(statuses.stream().map(CompletableFuture::join))
                .containsOnlyOnce(200)
                .contains(412);
        assertThat(bank.balance(account).version()).isEqualTo(2);
    }

    @Test
    void malformedConditionIsRefused() {
        assertProblem(deposit("If-Match", "one"), 400, "invalid-condition", "If-Match must be *");
        assertProblem(get("If-None-Match", "\"1"), 400, "invalid-condition", "If-None-Match must be *");
    }

    @Test
    void readerThatHasTheVersionIsTold() {
        deposit();

        HttpResponse<String> same = get("If-None-Match", "\"1\"");
        assertThat(same.statusCode()).isEqualTo(304);
        assertThat(same.body()).isEmpty();
        assertThat(same.headers().firstValue("ETag")).hasValue("\"1\"");
        assertThat(get("If-None-Match", "W/\"1\"").statusCode()).isEqualTo(304);
        assertThat(get("If-None-Match", "\"7\"").statusCode()).isEqualTo(200);
        assertThat(get("If-Match", "\"1\"").statusCode()).isEqualTo(200);
        assertProblem(get("If-Match", "\"2\""), 412, "condition-failed", "it has version 1");
    }

    @Test
    void producerSetsTheSameConditions() {
        topics.send(new Deposit(account, BigDecimal.ONE), Map.of("annals.if-none-match", "*"));
        topics.send(new Deposit(account, BigDecimal.ONE), Map.of("annals.if-none-match", "*"));
        topics.send(new Deposit(account, BigDecimal.ONE), Map.of("annals.if-match", "1"));

        assertThat(deposit().headers().firstValue("ETag")).hasValue("\"3\"");
    }

    private HttpResponse<String> deposit(String... headers) {
        var request = bank.http()
                .request("/accounts/commands")
                .header("content-type", "application/json")
                .POST(BodyPublishers.ofString(BankHttp.deposit(account, 1)));
        return bank.http().send((headers.length == 0 ? request : request.headers(headers)).build());
    }

    private HttpResponse<String> get(String... headers) {
        return bank.http()
                .send(bank.http()
                        .request("/accounts/one/" + account)
                        .headers(headers)
                        .build());
    }
}
