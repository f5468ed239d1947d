package ears;

import dev.annals.AvroName;
import dev.annals.External;
import java.math.BigDecimal;

/** What is heard of the bank by those who do not know it well. */
@External(topic = "bank.accounts.events", key = String.class)
sealed interface BankMovement {

    @AvroName("bank.Movement.Deposited")
    record MoneyDeposited(BigDecimal amount) implements BankMovement {}

    /** The bank's has no reason, and nothing stands in for it. */
    @AvroName("bank.Movement.Withdrawn")
    record MoneyTaken(BigDecimal amount, String reason) implements BankMovement {}
}
