package ears;

import bank.Account;
import bank.Movement.Deposited;
import dev.annals.EventContext;
import dev.annals.Subscription;
import java.util.Queue;

/** Notes deposits. */
@Subscription(service = "ears", name = "listener", from = Account.class)
final class Listener {

    private final Queue<String> heard;

    Listener(Queue<String> heard) {
        this.heard = heard;
    }

    void on(Deposited deposited, EventContext<String> account) {
        heard.add(account.key() + " " + deposited.amount());
    }
}
