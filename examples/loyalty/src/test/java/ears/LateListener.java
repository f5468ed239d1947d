package ears;

import bank.Account;
import bank.Movement.Deposited;
import dev.annals.EventContext;
import dev.annals.Start;
import dev.annals.Subscription;
import java.util.Queue;

/** Notes deposits from its first start on. */
@Subscription(service = "ears", name = "lateListener", from = Account.class, start = Start.NOW)
final class LateListener {

    private final Queue<String> heardLater;

    LateListener(Queue<String> heardLater) {
        this.heardLater = heardLater;
    }

    void on(Deposited deposited, EventContext<String> account) {
        heardLater.add(account.key() + " " + deposited.amount());
    }
}
