package bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.BankHttp.Balance;
import bank.Movement.Deposited;
import bank.Movement.Withdrawn;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Many callers at once: nothing is lost, nothing is done twice, and nothing is decided on a stale state. */
final class ConcurrencyTest {

    private static final int IN_FLIGHT = 300;
    private static final int ROUNDS = 4;

    private final AccountsAggregate aggregate = new AccountsAggregate();

    private TestService service;
    private BankHttp bank;
    private AggregateTopics<String, Operation, Movement, Account> topics;

    @BeforeEach
    void start() {
        service = TestService.start(BankService::new);
        bank = new BankHttp(service.http());
        topics = service.topics(aggregate);
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 100})
    void eachReplyIsOneEventAndNoMoneyIsMadeOrLost(int accounts) {
        List<HttpResponse<String>> replies = new ArrayList<>();
        Random random = new Random(7);
        for (int round = 0; round < ROUNDS; round++) {
            List<CompletableFuture<HttpResponse<String>>> inFlight = IntStream.range(0, IN_FLIGHT)
                    .mapToObj(i -> bank.commandAsync(operation(random, "account-" + random.nextInt(accounts))))
                    .toList();
            inFlight.forEach(reply -> replies.add(reply.join()));
        }

        assertThat(replies).allSatisfy(reply -> assertThat(reply.statusCode()).isIn(200, 422));
        List<Message<String, Movement>> events = topics.events();
        assertThat(events)
                .extracting(event -> event.headers().get("ce_id"))
                .containsExactlyInAnyOrderElementsOf(
                        replies.stream().map(reply -> messageId(reply) + "-1").toList());
        for (int account = 0; account < accounts; account++) {
            assertAddsUp("account-" + account, events);
        }
    }

    @Test
    void decidesBackToBackCommandsAgainstTheStateThatAllEarlierOnesLeft() {
        List<String> accounts = BackToBack.accounts(1_000);

        topics.sendAll(BackToBack.commands(accounts));

        await().atMost(Duration.ofMinutes(1)).until(() -> topics.events().size() == 3 * accounts.size());
        BackToBack.assertNothingRefused(topics, accounts);
        assertThat(BankHttp.page(service.http().get("/accounts/all?limit=1000")))
                .hasSize(1_000)
                .allSatisfy(account -> {
                    assertThat(account.version()).isEqualTo(3);
                    assertThat(account.balance()).isZero();
                });
    }

    private void assertAddsUp(String account, List<Message<String, Movement>> all) {
        List<Message<String, Movement>> accepted = all.stream()
                .filter(event -> event.key().equals(account) && !(event.value() instanceof Movement.InsufficientFunds))
                .toList();
        if (accepted.isEmpty()) {
            assertThat(bank.account(account).statusCode()).isEqualTo(404);
            return;
        }
        assertThat(accepted)
                .extracting(event -> event.headers().get("ce_sequence"))
                .containsExactlyElementsOf(LongStream.rangeClosed(1, accepted.size())
                        .mapToObj(Long::toString)
                        .toList());
        BigDecimal balance =
                accepted.stream().map(event -> amount(event.value())).reduce(BigDecimal.ZERO, BigDecimal::add);
        assertThat(balance).isNotNegative();
        assertThat(bank.balance(account)).isEqualTo(new Balance(account, accepted.size(), balance));
    }

    private static BigDecimal amount(Movement movement) {
        return movement instanceof Deposited deposited
                ? deposited.amount()
                : ((Withdrawn) movement).amount().negate();
    }

    private static String operation(Random random, String account) {
        int amount = 1 + random.nextInt(50);
        return random.nextBoolean() ? BankHttp.deposit(account, amount) : BankHttp.withdraw(account, amount);
    }

    private static String messageId(HttpResponse<String> reply) {
        return reply.headers().firstValue("Annals-Message-Id").orElseThrow();
    }
}
