package bonus;

import dev.annals.AvroName;
import dev.annals.External;
import dev.annals.Key;
import java.math.BigDecimal;

/** What is asked of the bank. */
@External(topic = "bank.accounts.commands")
sealed interface BankOperation {

    @Key
    String account();

    @AvroName("bank.Operation.Deposit")
    record GiveMoney(String account, BigDecimal amount) implements BankOperation {}
}
