package bank;

import dev.annals.Internal;
import dev.annals.Key;
import java.math.BigDecimal;
import java.util.UUID;

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

    /** What a transfer asks for, and nobody else. */
    @Internal
    sealed interface TransferStep extends Operation {}

    /** Takes what a transfer brings elsewhere. */
    record Debit(String account, UUID transfer, BigDecimal amount) implements TransferStep {
        public Debit {
            requirePositive(amount);
        }
    }

    /** Adds what a transfer brings. */
    record Credit(String account, UUID transfer, BigDecimal amount) implements TransferStep {
        public Credit {
            requirePositive(amount);
        }
    }

    /** Gives back what a transfer took and could not bring. */
    record Refund(String account, UUID transfer, BigDecimal amount) implements TransferStep {
        public Refund {
            requirePositive(amount);
        }
    }

    private static void requirePositive(BigDecimal amount) {
        if (amount.signum() <= 0) {
            throw new IllegalArgumentException("The amount must be positive, and is " + amount);
        }
    }
}
