package bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import bank.Movement.InsufficientFunds;
import bank.Operation.Deposit;
import bank.Operation.Withdraw;
import bank.transfers.TransferCommand.RequestTransfer;
import bank.transfers.TransferEvent.TransferRequested;
import bank.transfers.TransfersClient;
import dev.annals.client.CommandOptions;
import dev.annals.client.NoAnswerException;
import dev.annals.client.ProblemException;
import dev.annals.client.Reply;
import dev.annals.client.ServiceClient;
import dev.annals.testkit.TestService;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The generated client, on a real service, and on one whose answers are lost. */
final class ClientTest {

    private static TestService service;
    private static ServiceClient http;
    private static AccountsClient accounts;

    @BeforeAll
    static void start() {
        service = TestService.start(BankService::new);
        http = ServiceClient.of(service.http().base());
        accounts = new AccountsClient(http);
    }

    @AfterAll
    static void stop() {
        service.close();
    }

    @Test
    void commandIsAnsweredWithItsEvent() {
        Reply<Movement.Deposited> reply = accounts.send(new Deposit("anna", BigDecimal.TEN));

        assertThat(reply.recorded()).isEqualTo(new Movement.Deposited(BigDecimal.TEN));
        assertThat(reply.refused()).isFalse();
        assertThat(reply.version()).hasValue(1);
        assertThat(reply.messageId()).isNotEmpty();
        assertThat(reply.position()).startsWith("bank.accounts:");
        assertThat(accounts.find("anna")).hasValueSatisfying(account -> {
            assertThat(account.key()).isEqualTo("anna");
            assertThat(account.version()).isEqualTo(1);
            assertThat(account.snapshot()).isEqualTo(new Account(BigDecimal.TEN));
        });
        assertThat(accounts.find("nobody/else?")).isEmpty();
    }

    @Test
    void refusalMayBeAnEvent() {
        Reply<Movement> reply = accounts.send(new Withdraw("ben", BigDecimal.ONE));

        assertThat(reply.recorded()).isEqualTo(new InsufficientFunds(BigDecimal.ONE, BigDecimal.ZERO));
        assertThat(reply.refused()).isTrue();
    }

    @Test
    void otherTypesOfKeysAndAnswers() {
        TransfersClient transfers = new TransfersClient(http);
        UUID id = UUID.randomUUID();

        Reply<TransferRequested> reply = transfers.send(new RequestTransfer(id, "nobody", "ben", BigDecimal.ONE));

        assertThat(reply.recorded().amount()).isEqualTo(BigDecimal.ONE);
        assertThat(transfers.find(id)).isPresent();
    }

    @Test
    void problemsAreExceptionsWithTheirType() {
        accounts.send(new Deposit("clara", BigDecimal.ONE));

        assertThatThrownBy(() -> accounts.send(new Deposit("clara", BigDecimal.ONE), CommandOptions.NONE.ifVersion(7)))
                .isInstanceOfSatisfying(ProblemException.class, problem -> {
                    assertThat(problem.status()).isEqualTo(412);
                    assertThat(problem.type()).isEqualTo("condition-failed");
                    assertThat(problem.messageId()).isPresent();
                    assertThat(problem.code()).isEmpty();
                });
        assertThatThrownBy(() -> accounts.send(new Deposit("clara", BigDecimal.ONE), CommandOptions.NONE.ifNone()))
                .isInstanceOf(ProblemException.class)
                .hasMessageStartingWith("412 condition-failed: ");
    }

    @Test
    void sameIdIsDecidedOnce() {
        CommandOptions once = CommandOptions.NONE.withId("client-1");

        Reply<Movement.Deposited> first = accounts.send(new Deposit("dora", BigDecimal.ONE), once);

        assertThat(accounts.send(new Deposit("dora", BigDecimal.ONE), once).version())
                .isEqualTo(first.version());
        assertThatThrownBy(() -> accounts.send(new Deposit("dora", BigDecimal.TEN), once))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo("message-id-reused"));
    }

    @Test
    void allAreReadPageByPage() {
        List<String> keys = IntStream.range(0, 1_100)
                .mapToObj(i -> "many-%04d".formatted(i))
                .toList();
        service.topics(new AccountsAggregate())
                .sendAll(keys.stream()
                        .map(key -> new Deposit(key, BigDecimal.ONE))
                        .toList());
        accounts.send(new Deposit(keys.get(keys.size() - 1), BigDecimal.ONE));
        // In each partition, all commands before this one are decided.
        await().untilAsserted(() -> assertThat(accounts.all()
                        .map(account -> account.key())
                        .filter(key -> key.startsWith("many-"))
                        .toList())
                .isEqualTo(keys));
    }

    @Test
    void commandWhoseAnswerIsLostIsSentAgainAndDecidedOnce() throws IOException {
        try (LossyProxy proxy = LossyProxy.to(service.http().base())) {
            AccountsClient lossy = new AccountsClient(ServiceClient.of(proxy.address()));
            proxy.loseAnswers(2);

            Reply<Movement.Deposited> reply = lossy.send(new Deposit("emil", BigDecimal.TEN));

            assertThat(reply.version()).hasValue(1);
            assertThat(proxy.requests()).isEqualTo(3);
            assertThat(balance("emil")).isEqualByComparingTo("10");

            proxy.refuse(2);
            lossy.send(new Deposit("emil", BigDecimal.TEN));
            assertThat(proxy.requests()).isEqualTo(6);
            assertThat(balance("emil")).isEqualByComparingTo("20");
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {503, 401, 404, 413, 500})
    void whatMayHaveBeenCarriedOutIsNotTakenForRefused(int status) throws IOException {
        String account = "gina-" + status;
        try (LossyProxy proxy = LossyProxy.to(service.http().base())) {
            AccountsClient lossy =
                    new AccountsClient(ServiceClient.of(proxy.address()).withPatience(Duration.ofSeconds(1)));
            proxy.loseAnswers(1);
            proxy.answerAfterThat(status);

            NoAnswerException unknown = catchThrowableOfType(
                    NoAnswerException.class, () -> lossy.send(new Deposit(account, BigDecimal.TEN)));

            assertThat(unknown).hasCauseInstanceOf(ProblemException.class);
            CommandOptions again =
                    CommandOptions.NONE.withId(unknown.messageId().orElseThrow());
            assertThat(accounts.send(new Deposit(account, BigDecimal.TEN), again)
                            .version())
                    .hasValue(1);
            assertThat(balance(account)).isEqualByComparingTo("10");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"annals:bank.transferSteps:1@1:1-1", "ü", "two words", "\"quoted\""})
    void idsOfAllKindsAreIds(String id) {
        CommandOptions once = CommandOptions.NONE.withId(id);
        String account = "of-" + once.id().orElseThrow().replaceAll("[^a-z0-9]", "");

        accounts.send(new Deposit(account, BigDecimal.ONE), once);
        accounts.send(new Deposit(account, BigDecimal.ONE), once);

        assertThat(balance(account)).isEqualByComparingTo("1");
        assertThatThrownBy(() -> CommandOptions.NONE.withId("")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keysMayBeAnyText() {
        accounts.send(new Deposit("a/b c?ü%", BigDecimal.ONE));

        assertThat(accounts.find("a/b c?ü%")).isPresent();
    }

    @Test
    void impatientCallerIsToldThatThereIsNoAnswer() throws IOException {
        try (LossyProxy proxy = LossyProxy.to(service.http().base())) {
            AccountsClient impatient =
                    new AccountsClient(ServiceClient.of(proxy.address()).withPatience(Duration.ZERO));
            proxy.loseAnswers(1);
            assertThatThrownBy(() -> impatient.send(new Deposit("fred", BigDecimal.TEN)))
                    .isInstanceOf(NoAnswerException.class)
                    .hasMessageContaining("has not said what has become of it, 1 times asked");

            proxy.refuse(1);
            assertThatThrownBy(() -> impatient.find("fred"))
                    .isInstanceOfSatisfying(
                            ProblemException.class, e -> assertThat(e.status()).isEqualTo(503));
        }
    }

    @Test
    void whatIsNoServiceIsNoAnnalsService() {
        AccountsClient elsewhere =
                new AccountsClient(ServiceClient.of(URI.create(service.http().base() + "/elsewhere/")));

        assertThatThrownBy(() -> elsewhere.find("anna"))
                .isInstanceOfSatisfying(
                        ProblemException.class, e -> assertThat(e.type()).isEqualTo("no-such-route"));
    }

    private static BigDecimal balance(String account) {
        return accounts.find(account).orElseThrow().snapshot().balance();
    }
}
