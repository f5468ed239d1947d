package spending;

import dev.annals.AvroName;
import dev.annals.External;
import java.math.BigDecimal;

/** What is read of the bank. */
@External(topic = "bank.accounts.events", key = String.class)
sealed interface BankMovement {

    @AvroName("bank.Movement.Withdrawn")
    record MoneyTaken(BigDecimal amount) implements BankMovement {}
}
