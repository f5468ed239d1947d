package bonus;

import bonus.BankMovement.MoneyTaken;
import bonus.BankOperation.GiveMoney;
import dev.annals.EventContext;
import dev.annals.Reaction;

/** Gives a tenth of what is spent back. */
@Reaction(service = "bonus", name = "spending", from = BankMovement.class, to = BankOperation.class)
final class BonusForSpending {

    private BonusForSpending() {}

    static GiveMoney on(MoneyTaken taken, EventContext<String> account) {
        return new GiveMoney(account.key(), taken.amount().movePointLeft(1));
    }
}
