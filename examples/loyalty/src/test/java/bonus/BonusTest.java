package bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import bank.Movement;
import bank.Movement.Deposited;
import bank.Operation.Deposit;
import bank.Operation.Withdraw;
import dev.annals.testkit.Message;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Commands by records of one's own are those of the other service. */
final class BonusTest {

    @Test
    void aTenthComesBack() {
        try (TestService bank = TestService.start(BankService::new);
                TestService bonus = bank.beside(BonusService::new)) {
            var accounts = bank.topics(new AccountsAggregate());
            accounts.sendAll(
                    List.of(new Deposit("alice", new BigDecimal(100)), new Withdraw("alice", new BigDecimal(50))));

            await().untilAsserted(() -> assertThat(accounts.events()).hasSize(3));
            Message<String, Movement> given = accounts.events().get(2);
            assertThat(given.value()).isEqualTo(new Deposited(new BigDecimal("5.0")));
            assertThat(accounts.commands().get(2).headers())
                    .containsEntry("ce_source", "/bonus/spending")
                    .containsEntry("ce_type", "bank.Operation.Deposit");
            assertThat(bonus.http().get("/health/ready").statusCode()).isEqualTo(200);
            assertThat(accounts.deadLetters()).isEmpty();
        }
    }
}
