package bank;

import dev.annals.Failure;
import java.math.BigDecimal;

/** What has happened to an account. */
public sealed interface Movement {

    record Deposited(BigDecimal amount) implements Movement {}

    record Withdrawn(BigDecimal amount) implements Movement {}

    @Failure
    record InsufficientFunds(BigDecimal requested, BigDecimal balance) implements Movement {}
}
