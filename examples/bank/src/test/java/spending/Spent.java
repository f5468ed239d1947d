package spending;

import dev.annals.Projection;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;
import spending.BankMovement.MoneyTaken;

/** What has been taken from an account. */
@Projection(service = "spending", name = "spent", from = BankMovement.class)
record Spent(BigDecimal total) {

    static Spent on(@Nullable Spent spent, MoneyTaken taken) {
        return new Spent(spent == null ? taken.amount() : spent.total().add(taken.amount()));
    }
}
