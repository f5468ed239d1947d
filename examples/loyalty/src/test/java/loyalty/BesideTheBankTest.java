package loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import bank.Movement.Deposited;
import bank.transfers.TransfersAggregate;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import loyalty.redemptions.RedemptionsAggregate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The bank and this service on one broker: neither has code of the other's, but for this test. */
final class BesideTheBankTest {

    private static TestService bank;
    private static TestService loyalty;

    @BeforeAll
    static void start() {
        bank = TestService.start(BankService::new);
        deposit("alice", 25);
        loyalty = bank.beside(LoyaltyService::new);
    }

    @AfterAll
    static void stop() {
        loyalty.close();
        bank.close();
    }

    @Test
    void whatIsReadIsWhatTheBankWrites() {
        assertThat(new AccountsAggregate().eventsTopic()).isEqualTo(new BankMovementExternal().eventsTopic());
        assertThat(new TransfersAggregate().name().commandsTopic()).isEqualTo("bank.transfers.commands");
    }

    @Test
    void depositsOfTheBankAreWorthPoints() {
        post(bank, "/accounts", "{\"_type\":\"Withdraw\",\"account\":\"alice\",\"amount\":1}");
        deposit("alice", 100);
        deposit("bob", 9);

        awaitBody("/points/one/alice", "{\"_key\":\"alice\",\"_version\":2,\"points\":12}");
        assertThat(loyalty.http().get("/points/one/bob").statusCode()).isEqualTo(404);
        assertThat(loyalty.http().get("/pointsForDeposits/dead-letters").body()).isEqualTo("[]");
    }

    @Test
    void pointsBecomeMoneyOfTheBank() {
        deposit("loyalty", 1);
        deposit("carol", 100);
        awaitBody("/points/one/carol", "\"points\":10");

        UUID paid = redeem("carol", 8);
        awaitStage(paid, "PAID");
        assertThat(bank.http().get("/accounts/one/carol").body()).contains("\"balance\":100.8");
        awaitBody("/points/one/carol", "\"points\":2");

        // All on the way, from one service to the other and back, follows from one request.
        String correlation =
                correlation(loyalty.topics(new RedemptionsAggregate()).events(paid));
        assertThat(correlation(bank.topics(new TransfersAggregate()).events(paid)))
                .isEqualTo(correlation);
    }

    @Test
    void whatTheBankDoesNotPayIsGivenBack() {
        deposit("dave", 20_000);
        awaitBody("/points/one/dave", "\"points\":2000");

        UUID notPaid = redeem("dave", 2_000);
        awaitStage(notPaid, "RETURNED");
        awaitBody("/points/one/dave", "\"points\":2000");
        assertThat(bank.topics(new AccountsAggregate()).events("dave"))
                .extracting(Message::value)
                .allMatch(event -> event instanceof Deposited);

        awaitStage(redeem("dave", 2_001), "REFUSED");
        assertThat(loyalty.http().get("/redemptionSteps/dead-letters").body()).isEqualTo("[]");
    }

    private static UUID redeem(String account, long points) {
        UUID id = UUID.randomUUID();
        post(
                loyalty,
                "/redemptions",
                "{\"_type\":\"RequestRedemption\",\"id\":\"%s\",\"account\":\"%s\",\"points\":%d}"
                        .formatted(id, account, points));
        return id;
    }

    private static void deposit(String account, int amount) {
        post(bank, "/accounts", "{\"_type\":\"Deposit\",\"account\":\"%s\",\"amount\":%d}".formatted(account, amount));
    }

    private static void post(TestService service, String path, String command) {
        HttpResponse<String> reply = service.http().post(path + "/commands", command);
        assertThat(reply.statusCode()).as(command + reply.body()).isEqualTo(200);
    }

    private static void awaitStage(UUID redemption, String stage) {
        awaitBody("/redemptions/one/" + redemption, "\"stage\":\"" + stage + "\"");
    }

    private static void awaitBody(String path, String part) {
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> assertThat(loyalty.http().get(path).body()).contains(part));
    }

    /** Of all messages. */
    private static String correlation(List<? extends Message<UUID, ?>> messages) {
        Stream<String> found =
                messages.stream().map(message -> message.headers().get("ce_correlationid"));
        return assertThat(found.distinct().toList()).singleElement().actual();
    }
}
