package bank.transfers;

import dev.annals.Internal;
import dev.annals.Key;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** What can be asked of a transfer. */
public sealed interface TransferCommand {

    @Key
    UUID id();

    /** The patience is how long the account that pays may take to answer; a minute where it is not said. */
    record RequestTransfer(UUID id, String from, String to, BigDecimal amount, Optional<Duration> patience)
            implements TransferCommand {

        public RequestTransfer {
            if (amount.signum() <= 0) {
                throw new IllegalArgumentException("The amount must be positive, and is " + amount);
            }
            if (from.equals(to)) {
                throw new IllegalArgumentException("Nothing can be transferred from " + from + " to itself");
            }
            if (patience.isPresent() && patience.get().isNegative()) {
                throw new IllegalArgumentException("The patience must not be negative, and is " + patience.get());
            }
        }

        public RequestTransfer(UUID id, String from, String to, BigDecimal amount) {
            this(id, from, to, amount, Optional.empty());
        }
    }

    /** What the accounts have answered, or the clock: nobody else says so. */
    @Internal
    sealed interface Step extends TransferCommand {}

    record ConfirmDebit(UUID id) implements Step {}

    record RefuseDebit(UUID id) implements Step {}

    record ConfirmCredit(UUID id) implements Step {}

    record RefuseCredit(UUID id) implements Step {}

    record ConfirmRefund(UUID id) implements Step {}

    record ExpireTransfer(UUID id) implements Step {}
}
