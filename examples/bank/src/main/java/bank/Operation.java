package bank;

import dev.annals.Key;
import java.math.BigDecimal;

/** What can be asked of an account. */
public sealed interface Operation {

    @Key
    String account();

    BigDecimal amount();

    record Deposit(String account, BigDecimal amount) implements Operation {
        public Deposit {
            requirePositive(amount);
        }
    }

    record Withdraw(String account, BigDecimal amount) implements Operation {
        public Withdraw {
            requirePositive(amount);
        }
    }

    private static void requirePositive(BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("The amount must be positive, and is " + amount);
        }
    }
}
