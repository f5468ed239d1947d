package bonus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.AccountsAggregate;
import bank.BankService;
import bank.Movement;
import bank.Movement.Deposited;
import bank.Movement.Withdrawn;
import bank.Operation.Deposit;
import bank.Operation.Withdraw;
import dev.annals.testkit.Message;
import dev.annals.testkit.ServiceTopology;
import dev.annals.testkit.TestService;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Commands by records of one's own are those of the other service. */
final class BonusTest {

    private static final byte[] ALICE = "alice".getBytes(StandardCharsets.UTF_8);

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

            bank.write("bank.accounts.events", ALICE, null);
            await().untilAsserted(() -> assertThat(
                            bonus.http().get("/spending/dead-letters").body())
                    .contains("The record has no value"));
        }
    }

    @Test
    void recordWithoutAValueIsADeadLetterWhereAnotherNameIsPassedOver() {
        try (ServiceTopology bonus = ServiceTopology.of(BonusService::new)) {
            var accounts = bonus.topics(new AccountsAggregate());
            Stream.of(
                            new Withdrawn(new BigDecimal(50)),
                            new Deposited(BigDecimal.ONE),
                            null,
                            new Withdrawn(BigDecimal.TEN))
                    .map(event ->
                            event == null ? null : accounts.serdes().events().write(event))
                    .forEach(value -> bonus.sendBytes("bank.accounts.events", ALICE, value));

            assertThat(accounts.commands()).hasSize(2);
            assertThat(bonus.messages("bonus.spending.dead-letters"))
                    .singleElement()
                    .satisfies(letter -> {
                        assertThat(letter.key()).isEqualTo(ALICE);
                        assertThat(letter.value()).isNull();
                        assertThat(letter.headers())
                                .containsEntry("annals.stage", "read")
                                .containsEntry("__streams.errors.message", "The record has no value");
                    });
        }
    }
}
