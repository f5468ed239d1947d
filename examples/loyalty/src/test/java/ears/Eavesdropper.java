package ears;

import dev.annals.EventContext;
import dev.annals.Subscription;
import ears.BankMovement.MoneyDeposited;
import ears.BankMovement.MoneyTaken;
import java.util.Queue;

/** Notes what is heard of the bank. */
@Subscription(service = "ears", name = "eavesdropper", from = BankMovement.class)
final class Eavesdropper {

    private final Queue<String> overheard;

    Eavesdropper(Queue<String> overheard) {
        this.overheard = overheard;
    }

    void on(MoneyDeposited deposited, EventContext<String> account) {
        overheard.add(account.key() + " " + deposited.amount());
    }

    void on(MoneyTaken taken, EventContext<String> account) {
        overheard.add(account.key() + " " + taken.reason());
    }
}
