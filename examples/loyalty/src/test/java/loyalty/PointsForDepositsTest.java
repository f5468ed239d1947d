package loyalty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import dev.annals.testkit.TestService;
import java.net.http.HttpResponse;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The bank and this service on one broker: neither has code of the other's, but for this test. */
final class PointsForDepositsTest {

    @Test
    void depositsOfTheBankAreWorthPoints() {
        assertThat(new AccountsAggregate().eventsTopic()).isEqualTo(new BankMovementExternal().eventsTopic());
        try (TestService bank = TestService.start(BankService::new)) {
            post(bank, "Deposit", "alice", 25);
            post(bank, "Withdraw", "alice", 1);
            try (TestService loyalty = bank.beside(LoyaltyService::new)) {
                post(bank, "Deposit", "alice", 100);
                post(bank, "Deposit", "bob", 9);

                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(
                                        loyalty.http().get("/points/one/alice").body())
                                .isEqualTo("{\"_key\":\"alice\",\"_version\":2,\"points\":12}"));
                assertThat(loyalty.http().get("/points/one/bob").statusCode()).isEqualTo(404);
                assertThat(loyalty.http().get("/pointsForDeposits/dead-letters").body())
                        .isEqualTo("[]");
            }
        }
    }

    private static void post(TestService bank, String operation, String account, int amount) {
        HttpResponse<String> reply = bank.http()
                .post(
                        "/accounts/commands",
                        "{\"_type\":\"%s\",\"account\":\"%s\",\"amount\":%d}".formatted(operation, account, amount));
        assertThat(reply.statusCode()).as(operation).isEqualTo(200);
    }
}
