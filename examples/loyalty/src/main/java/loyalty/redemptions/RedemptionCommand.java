package loyalty.redemptions;

import dev.annals.Internal;
import dev.annals.Key;
import java.util.UUID;

/** What can be asked of a redemption. */
public sealed interface RedemptionCommand {

    @Key
    UUID id();

    record RequestRedemption(UUID id, String account, long points) implements RedemptionCommand {
        public RequestRedemption {
            if (account.equals(RedemptionSteps.PAYER)) {
                throw new IllegalArgumentException("The account " + account + " pays, and is not paid");
            }
            if (points <= 0) {
                throw new IllegalArgumentException("The points must be positive, and are " + points);
            }
        }
    }

    /** What the points and the bank have answered, or the clock. */
    @Internal
    sealed interface Step extends RedemptionCommand {}

    record ConfirmPoints(UUID id) implements Step {}

    record RefusePoints(UUID id) implements Step {}

    record ConfirmPayment(UUID id) implements Step {}

    record RefusePayment(UUID id) implements Step {}

    record ConfirmReturn(UUID id) implements Step {}

    record AskAgain(UUID id) implements Step {}
}
