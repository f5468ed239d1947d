package bank.transfers;

import dev.annals.Key;
import java.math.BigDecimal;
import java.util.UUID;

/** What can be asked of a transfer; all but the first is what the accounts have answered, or the clock. */
public sealed interface TransferCommand {

    @Key
    UUID id();

    record RequestTransfer(UUID id, String from, String to, BigDecimal amount) implements TransferCommand {
        public RequestTransfer {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException("The amount must be positive, and is " + amount);
            }
            if (from.equals(to)) {
                throw new IllegalArgumentException("Nothing can be transferred from " + from + " to itself");
            }
        }
    }

    record ConfirmDebit(UUID id) implements TransferCommand {}

    record RefuseDebit(UUID id) implements TransferCommand {}

    record ConfirmCredit(UUID id) implements TransferCommand {}

    record RefuseCredit(UUID id) implements TransferCommand {}

    record ConfirmRefund(UUID id) implements TransferCommand {}

    record ExpireTransfer(UUID id) implements TransferCommand {}
}
