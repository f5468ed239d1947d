package bank;

import static bank.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.BankHttp.Balance;
import dev.annals.testkit.HttpTester;
import dev.annals.testkit.TestInstances;
import java.math.BigDecimal;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Two instances of the bank, the second with a standby of what the first one owns: any of them answers any request. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class InstancesTest {

    private static final List<String> KEYS =
            IntStream.range(100, 140).mapToObj(i -> "account-" + i).toList();

    private static TestInstances instances;
    private static BankHttp first;
    private static BankHttp second;

    @BeforeAll
    static void start() {
        instances = TestInstances.of(
                BankService::new,
                Map.of(
                        "kafka.num.standby.replicas",
                        "1",
                        "kafka.max.warmup.replicas",
                        "6",
                        "instances.wait.ms",
                        "20000"));
        first = new BankHttp(instances.start());
        second = new BankHttp(instances.start());
        await().atMost(Duration.ofMinutes(2))
                .until(() -> active(first) == 3 && active(second) == 3 && standby(first) == 3 && standby(second) == 3);
    }

    @AfterAll
    static void stop() {
        instances.close();
    }

    @Test
    @Order(1)
    void anyInstanceTakesCommandsAndReads() {
        for (String key : KEYS) {
            HttpResponse<String> deposited = command(first, BankHttp.deposit(key, 10), key + "-1");
            HttpResponse<String> again = command(second, BankHttp.deposit(key, 10), key + "-1");
            assertThat(deposited.statusCode()).isEqualTo(200);
            assertThat(deposited.headers().firstValue("ETag")).hasValue("\"1\"");
            assertThat(again.body()).isEqualTo(deposited.body());
            assertThat(again.headers().firstValue("ETag")).hasValue("\"1\"");
            HttpResponse<String> refused = second.command(BankHttp.withdraw(key, 20));
            assertThat(refused.statusCode()).isEqualTo(422);
            for (BankHttp bank : List.of(first, second)) {
                assertThat(bank.balance(key)).isEqualTo(new Balance(key, 1, BigDecimal.TEN));
                assertThat(bank.account(key).headers().firstValue("ETag")).hasValue("\"1\"");
                assertSame(bank.http().get("/accounts/events/one/" + key + "-1"), deposited);
                assertSame(bank.http().get("/accounts/events/one/" + key + "-1?key=" + key), deposited);
                assertProblem(bank.account(key + "-none"), 404, "not-found", key + "-none");
            }
        }
        assertProblem(first.http().get("/accounts/events/one/none"), 404, "unknown-message", "none");
        assertProblem(second.command(BankHttp.deposit("", 1)), 400, "invalid-key", "must be");
    }

    @Test
    @Order(2)
    void pagesGatherWhatAllOwnAndAreTheSameEverywhere() {
        for (BankHttp bank : List.of(first, second)) {
            List<String> found = new ArrayList<>();
            HttpResponse<String> page = bank.http().get("/accounts/all?limit=7");
            while (true) {
                BankHttp.page(page).forEach(balance -> found.add(balance.key()));
                var next = BankHttp.next(page);
                if (next.isEmpty()) {
                    break;
                }
                page = bank.http().get(next.get());
            }
            assertThat(found).isEqualTo(KEYS);
            assertThat(keys(bank, "")).isEqualTo(KEYS);
        }
        List<String> ofFirst = keys(first, "_local=true");
        List<String> ofSecond = keys(second, "_local=true");
        assertThat(ofFirst).isNotEmpty().doesNotContainAnyElementsOf(ofSecond);
        assertThat(ofSecond).isNotEmpty();
        assertThat(ofFirst.size() + ofSecond.size()).isEqualTo(KEYS.size());
        String other = ofSecond.get(0);
        assertThat(first.http()
                        .send(first.http()
                                .request("/accounts/all")
                                .method("HEAD", HttpRequest.BodyPublishers.noBody())
                                .build())
                        .statusCode())
                .isEqualTo(200);
        assertProblem(first.http().get("/accounts/one/" + other + "?_local=true"), 503, "not-owner", "alone was asked");
        assertThat(second.http().get("/accounts/one/" + other + "?_local=true").statusCode())
                .isEqualTo(200);
    }

    @Test
    @Order(3)
    void forwardedRequestsAreNotForwardedAgain() {
        String other = keys(second, "_local=true").get(0);

        HttpResponse<String> reply = first.http()
                .send(first.http()
                        .request("/accounts/one/" + other)
                        .header("Annals-Forwarded", "1")
                        .build());

        assertProblem(reply, 503, "not-owner", "alone was asked");
        assertThat(reply.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    @Order(4)
    void standbysAnswerWhenTheyAreAskedFor() {
        String other = keys(second, "_local=true").get(0);
        await().atMost(Duration.ofMinutes(1))
                .until(() -> first.http()
                        .get("/accounts/one/" + other + "?stale=ok")
                        .body()
                        .contains("\"balance\":10"));

        HttpResponse<String> stale = first.http().get("/accounts/one/" + other + "?stale=ok");

        assertThat(Long.parseLong(stale.headers().firstValue("Annals-Lag").orElseThrow()))
                .isNotNegative();
        assertThat(first.account(other).headers().firstValue("Annals-Lag")).isEmpty();
        assertThat(keys(first, "stale=ok")).isEqualTo(KEYS);
        assertProblem(first.http().get("/accounts/one/x?stale=yes"), 400, "invalid-parameter", "stale");
    }

    @Test
    @Order(5)
    void instancesAreListed() {
        HttpResponse<String> all = first.http().get("/instances");

        assertThat(all.body())
                .contains("\"host\":\"127.0.0.1\"", "\"port\":" + port(first.http()), "\"port\":" + port(second.http()))
                .contains("\"local\":true", "\"local\":false", "\"bank.accounts.commands-0\"", "\"accounts\"");
        assertThat(second.http().get("/instances/accounts").body()).contains("\"port\":" + port(first.http()));
        assertProblem(first.http().get("/instances/none"), 404, "unknown-store", "none");
    }

    @Test
    @Order(6)
    void requestsFollowTheirPartitionsWhenAnInstanceLeaves() throws Exception {
        Thread leaving = new Thread(instances::stopFirst, "leaving");
        leaving.start();
        int answered = 0;
        while (leaving.isAlive() || answered < 200) {
            String key = KEYS.get(answered % KEYS.size());
            HttpResponse<String> read = second.account(key);
            HttpResponse<String> deposited = command(second, BankHttp.deposit(key, 1), "leaving-" + answered);
            assertThat(read.statusCode()).as(read.body()).isEqualTo(200);
            assertThat(deposited.statusCode()).as(deposited.body()).isEqualTo(200);
            answered++;
        }
        leaving.join();

        await().atMost(Duration.ofMinutes(1)).until(() -> active(second) == 6);
        assertThat(BankHttp.page(second.http().get("/accounts/all?limit=1000")).stream()
                        .map(Balance::balance)
                        .reduce(BigDecimal.ZERO, BigDecimal::add))
                .isEqualTo(BigDecimal.valueOf(10L * KEYS.size() + answered));
    }

    private static List<String> keys(BankHttp bank, String query) {
        return BankHttp.page(bank.http().get("/accounts/all?limit=1000&" + query)).stream()
                .map(Balance::key)
                .toList();
    }

    private static int port(HttpTester http) {
        return http.base().getPort();
    }

    private static int active(BankHttp bank) {
        return partitions(bank, "active");
    }

    private static int standby(BankHttp bank) {
        return partitions(bank, "standby");
    }

    /** How many partitions of accounts an instance says that it has itself. */
    private static int partitions(BankHttp bank, String kind) {
        String json = bank.http().get("/instances").body();
        int local = json.indexOf("\"local\":true");
        if (local < 0) {
            return 0;
        }
        String list = json.substring(json.indexOf("\"" + kind + "\":[", local));
        return list.substring(0, list.indexOf(']')).split("bank\\.accounts\\.commands-", -1).length - 1;
    }

    private static HttpResponse<String> command(BankHttp bank, String json, String key) {
        return bank.http()
                .send(bank.http()
                        .request("/accounts/commands")
                        .header("content-type", "application/json")
                        .header("Idempotency-Key", key)
                        .POST(BodyPublishers.ofString(json))
                        .build());
    }

    private static void assertSame(HttpResponse<String> reply, HttpResponse<String> first) {
        assertThat(reply.statusCode()).isEqualTo(first.statusCode());
        assertThat(reply.body()).isEqualTo(first.body());
        assertThat(reply.headers().firstValue("ETag")).isEqualTo(first.headers().firstValue("ETag"));
    }
}
