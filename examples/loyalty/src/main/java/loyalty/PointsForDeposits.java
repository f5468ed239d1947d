package loyalty;

import dev.annals.EventContext;
import dev.annals.Reaction;
import dev.annals.Start;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Optional;
import loyalty.BankMovement.MoneyDeposited;
import loyalty.PointsCommand.GrantPoints;

/** A point for each full ten that are paid in, from the bank's first day on. */
@Reaction(
        service = "loyalty",
        name = "pointsForDeposits",
        from = BankMovement.class,
        to = Points.class,
        start = Start.BEGINNING)
final class PointsForDeposits {

    private PointsForDeposits() {}

    static Optional<GrantPoints> on(MoneyDeposited deposited, EventContext<String> account) {
        long points =
                deposited.amount().divide(BigDecimal.TEN, 0, RoundingMode.DOWN).longValueExact();
        return points > 0 ? Optional.of(new GrantPoints(account.key(), points)) : Optional.empty();
    }
}
