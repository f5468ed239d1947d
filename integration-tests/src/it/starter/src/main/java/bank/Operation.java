package bank;

import dev.annals.Key;
import java.math.BigDecimal;

public sealed interface Operation { // commands: what can be asked
    @Key String account();
    record Deposit(String account, BigDecimal amount) implements Operation {}
    record Withdraw(String account, BigDecimal amount) implements Operation {}
}
