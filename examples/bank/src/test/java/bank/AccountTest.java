package bank;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import bank.Movement.Deposited;
import bank.Movement.InsufficientFunds;
import bank.Movement.Withdrawn;
import bank.Operation.Deposit;
import bank.Operation.Withdraw;
import dev.annals.testkit.Scenario;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** What an account decides, without Kafka. */
final class AccountTest {

    private static final BigDecimal SIX = BigDecimal.valueOf(6);
    private static final BigDecimal TEN = BigDecimal.TEN;

    private static final Scenario<Operation, Movement, Account> ACCOUNT = Scenario.of(new AccountsAggregate());

    @Test
    void takesADepositFromTheStart() {
        ACCOUNT.when(new Deposit("alice", TEN))
                .thenEvents(new Deposited(TEN))
                .thenState(new Account(TEN))
                .thenVersion(1);
    }

    @Test
    void paysOutWhatIsThere() {
        ACCOUNT.given(new Deposited(TEN), new Deposited(SIX))
                .when(new Withdraw("alice", SIX))
                .thenEvents(new Withdrawn(SIX))
                .thenState(new Account(TEN))
                .thenVersion(3);
    }

    @Test
    void recordsARefusalThatChangesNothing() {
        ACCOUNT.given(new Deposited(SIX), new InsufficientFunds(TEN, SIX))
                .when(new Withdraw("alice", TEN))
                .thenEvents(new InsufficientFunds(TEN, SIX))
                .thenState(new Account(SIX))
                .thenVersion(1);
    }

    @Test
    void saysWhatWasExpectedAndWhatCame() {
        assertThatThrownBy(() -> ACCOUNT.given(new Deposited(TEN))
                        .when(new Withdraw("alice", SIX))
                        .thenEvents(new Withdrawn(TEN)))
                .isInstanceOf(AssertionError.class)
                .hasMessage("""
                        The events are not what is expected.
                          expected: [Withdrawn[amount=10]]
                          actual:   [Withdrawn[amount=6]]
                          when:     Withdraw[account=alice, amount=6]
                          given:    [Deposited[amount=10]], which is version 1: Account[balance=10]""");
    }
}
