package bank;

import static bank.Problems.assertProblem;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.BankHttp.Balance;
import bank.Operation.Deposit;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Accounts are read one by one and in pages, whatever their keys are. */
final class PagesTest {

    private static final List<String> STRANGE_KEYS = List.of(
            "a/b", "/", "a b", " ", "100%", "%2F", "a+b", "größe", "😀", "a?b#c", "a;b=c", "..", "a&b=c", "\"q\"", "日本",
            "a\\\\b");

    private static final List<String> KEYS = Stream.concat(
                    STRANGE_KEYS.stream(), IntStream.range(0, 234).mapToObj("key-%03d"::formatted))
            .sorted((one, other) -> Arrays.compareUnsigned(one.getBytes(UTF_8), other.getBytes(UTF_8)))
            .toList();

    private static TestService service;
    private static BankHttp bank;

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new);
        bank = new BankHttp(service.http());
        var accounts = service.topics(new AccountsAggregate());
        accounts.sendAll(
                KEYS.stream().map(key -> new Deposit(key, BigDecimal.ONE)).toList());
        await().atMost(Duration.ofMinutes(1)).until(() -> accounts.events().size() == KEYS.size());
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    static List<String> strangeKeys() {
        return STRANGE_KEYS;
    }

    @ParameterizedTest
    @MethodSource("strangeKeys")
    void readsAnAccountByItsEncodedKey(String key) {
        HttpResponse<String> reply = bank.account(key);

        assertThat(reply.statusCode()).isEqualTo(200);
        assertThat(bank.balance(key)).isEqualTo(new Balance(key, 1, BigDecimal.ONE));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 7, 100, 125, 249, 250, 1000})
    void givesEachAccountOnceInTheOrderOfKeys(int limit) {
        List<String> found = new ArrayList<>();
        int pages = 0;
        Optional<String> path = Optional.of("/accounts/all?limit=" + limit);
        for (; path.isPresent(); pages++) {
            HttpResponse<String> page = service.http().get(path.get());
            assertThat(page.statusCode()).isEqualTo(200);
            List<Balance> accounts = BankHttp.page(page);
            assertThat(accounts).hasSizeBetween(1, limit);
            accounts.forEach(account -> found.add(account.key()));
            path = BankHttp.next(page);
        }

        assertThat(found).isEqualTo(KEYS);
        assertThat(pages).isEqualTo((KEYS.size() + limit - 1) / limit);
    }

    @Test
    void givesAHundredWhereNoLimitIsSet() {
        HttpResponse<String> page = service.http().get("/accounts/all");

        assertThat(BankHttp.page(page)).extracting(Balance::key).isEqualTo(KEYS.subList(0, 100));
        assertThat(BankHttp.next(page)).hasValue("/accounts/all?limit=100&after=" + KEYS.get(99));
    }

    @Test
    void startsBehindAKeyThatNeedNotExist() {
        HttpResponse<String> page = service.http().get("/accounts/all?limit=2&after=key-100x");

        assertThat(BankHttp.page(page)).extracting(Balance::key).containsExactly("key-101", "key-102");
    }

    @Test
    void endsWithAnEmptyPageBehindTheLastKey() {
        HttpResponse<String> page = service.http().get("/accounts/all?after=%F0%9F%98%81");

        assertThat(page.body()).isEqualTo("[]");
        assertThat(BankHttp.next(page)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "1001", "-1", "abc", "", "1.5", "99999999999999999999"})
    void refusesOtherLimits(String limit) {
        assertProblem(
                service.http().get("/accounts/all?limit=" + limit),
                400,
                "invalid-parameter",
                "\"parameter\":\"limit\"",
                "limit must be a whole number from 1 to 1000");
    }

    @Test
    void refusesToStartBehindWhatIsNoKey() {
        assertProblem(service.http().get("/accounts/all?after="), 400, "invalid-parameter", "\"parameter\":\"after\"");
    }
}
