package loyalty;

import dev.annals.AvroName;
import dev.annals.External;
import java.math.BigDecimal;

/** What is read of the bank's events, and no more: those of other names, and other fields, are its own. */
@External(topic = "bank.accounts.events", key = String.class)
sealed interface BankMovement {

    @AvroName("bank.Movement.Deposited")
    record MoneyDeposited(BigDecimal amount) implements BankMovement {}
}
