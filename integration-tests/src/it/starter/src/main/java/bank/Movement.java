package bank;

import dev.annals.Failure;
import java.math.BigDecimal;

public sealed interface Movement { // events: what has happened
    record Deposited(BigDecimal amount) implements Movement {}
    record Withdrawn(BigDecimal amount) implements Movement {}
    @Failure record InsufficientFunds(BigDecimal requested, BigDecimal balance) implements Movement {}
}
