package loyalty.redemptions;

import dev.annals.EventContext;
import dev.annals.Reaction;
import java.util.UUID;
import loyalty.Points;
import loyalty.PointsCommand.ReturnPoints;
import loyalty.PointsCommand.TakePoints;
import loyalty.PointsEvent.PointsRefused;
import loyalty.PointsEvent.PointsReturned;
import loyalty.PointsEvent.PointsTaken;
import loyalty.redemptions.BankRequest.Transfer;
import loyalty.redemptions.BankTransfer.NotPaid;
import loyalty.redemptions.BankTransfer.Paid;
import loyalty.redemptions.RedemptionCommand.ConfirmPayment;
import loyalty.redemptions.RedemptionCommand.ConfirmPoints;
import loyalty.redemptions.RedemptionCommand.ConfirmReturn;
import loyalty.redemptions.RedemptionCommand.RefusePayment;
import loyalty.redemptions.RedemptionCommand.RefusePoints;
import loyalty.redemptions.RedemptionEvent.PaymentAsked;
import loyalty.redemptions.RedemptionEvent.RedemptionRequested;
import loyalty.redemptions.RedemptionEvent.ReturnAsked;

/**
 * What each step of a redemption asks of the points and of the bank, and tells it of their answers. The bank's transfer has the
 * redemption's id; of transfers that others have asked for there is no redemption, and what is said of them is refused.
 */
@Reaction(
        service = "loyalty",
        name = "redemptionSteps",
        from = {Redemption.class, Points.class, BankTransfer.class},
        to = {Points.class, Redemption.class, BankRequest.class})
final class RedemptionSteps {

    /** The account that the bank pays from. */
    static final String PAYER = "loyalty";

    private RedemptionSteps() {}

    static TakePoints on(RedemptionRequested requested, EventContext<UUID> redemption) {
        return new TakePoints(requested.account(), redemption.key(), requested.points());
    }

    static ConfirmPoints on(PointsTaken taken) {
        return new ConfirmPoints(taken.redemption());
    }

    static RefusePoints on(PointsRefused refused) {
        return new RefusePoints(refused.redemption());
    }

    static Transfer on(PaymentAsked asked, EventContext<UUID> redemption) {
        return new Transfer(redemption.key(), PAYER, asked.account(), asked.amount());
    }

    static ConfirmPayment on(Paid paid, EventContext<UUID> transfer) {
        return new ConfirmPayment(transfer.key());
    }

    static RefusePayment on(NotPaid refused, EventContext<UUID> transfer) {
        return new RefusePayment(transfer.key());
    }

    static ReturnPoints on(ReturnAsked asked, EventContext<UUID> redemption) {
        return new ReturnPoints(asked.account(), redemption.key(), asked.points());
    }

    static ConfirmReturn on(PointsReturned returned) {
        return new ConfirmReturn(returned.redemption());
    }
}
