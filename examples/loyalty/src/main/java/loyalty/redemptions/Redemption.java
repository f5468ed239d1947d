package loyalty.redemptions;

import dev.annals.CommandContext;
import dev.annals.Deadline;
import dev.annals.Due;
import dev.annals.EventSourced;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import loyalty.redemptions.RedemptionCommand.AskAgain;
import loyalty.redemptions.RedemptionCommand.ConfirmPayment;
import loyalty.redemptions.RedemptionCommand.ConfirmPoints;
import loyalty.redemptions.RedemptionCommand.ConfirmReturn;
import loyalty.redemptions.RedemptionCommand.RefusePayment;
import loyalty.redemptions.RedemptionCommand.RefusePoints;
import loyalty.redemptions.RedemptionCommand.RequestRedemption;
import loyalty.redemptions.RedemptionEvent.PaymentAsked;
import loyalty.redemptions.RedemptionEvent.RedemptionPaid;
import loyalty.redemptions.RedemptionEvent.RedemptionRefused;
import loyalty.redemptions.RedemptionEvent.RedemptionRequested;
import loyalty.redemptions.RedemptionEvent.RedemptionReturned;
import loyalty.redemptions.RedemptionEvent.ReturnAsked;

/** Points that are to become money on the account that has them: how far that has come. What comes twice, or too late, changes nothing. */
@EventSourced(
        service = "loyalty",
        name = "redemptions",
        commands = RedemptionCommand.class,
        events = RedemptionEvent.class)
public record Redemption(String account, long points, Stage stage, Optional<Instant> again) {

    /** How long the bank may take to answer before it is asked once more. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    /** How far it has come. */
    public enum Stage {
        REQUESTED,
        PAYING,
        RETURNING,
        PAID,
        REFUSED,
        RETURNED
    }

    static RedemptionRequested decide(RequestRedemption request) {
        return new RedemptionRequested(request.account(), request.points());
    }

    List<PaymentAsked> decide(ConfirmPoints confirm, CommandContext context) {
        return stage == Stage.REQUESTED ? List.of(payment(context)) : List.of();
    }

    List<RedemptionRefused> decide(RefusePoints refuse) {
        return stage == Stage.REQUESTED ? List.of(new RedemptionRefused()) : List.of();
    }

    List<RedemptionPaid> decide(ConfirmPayment confirm) {
        return stage == Stage.PAYING ? List.of(new RedemptionPaid()) : List.of();
    }

    List<ReturnAsked> decide(RefusePayment refuse) {
        return stage == Stage.PAYING ? List.of(new ReturnAsked(account, points)) : List.of();
    }

    List<RedemptionReturned> decide(ConfirmReturn confirm) {
        return stage == Stage.RETURNING ? List.of(new RedemptionReturned()) : List.of();
    }

    /** Under the same id, of which the bank makes one transfer, however often it is asked. */
    List<PaymentAsked> decide(AskAgain ask, CommandContext context) {
        return stage == Stage.PAYING ? List.of(payment(context)) : List.of();
    }

    /** A bank that does not answer has lost the request, or is away. */
    @Deadline
    Optional<Due<AskAgain>> answer(UUID id) {
        return again.map(time -> Due.at(time, new AskAgain(id)));
    }

    static Redemption evolve(RedemptionRequested requested) {
        return new Redemption(requested.account(), requested.points(), Stage.REQUESTED, Optional.empty());
    }

    Redemption evolve(PaymentAsked asked) {
        return new Redemption(account, points, Stage.PAYING, Optional.of(asked.again()));
    }

    Redemption evolve(RedemptionRefused refused) {
        return at(Stage.REFUSED);
    }

    Redemption evolve(RedemptionPaid paid) {
        return at(Stage.PAID);
    }

    Redemption evolve(ReturnAsked asked) {
        return at(Stage.RETURNING);
    }

    Redemption evolve(RedemptionReturned returned) {
        return at(Stage.RETURNED);
    }

    /** A point is worth a tenth. */
    private PaymentAsked payment(CommandContext context) {
        return new PaymentAsked(
                account, BigDecimal.valueOf(points, 1), context.time().plus(PATIENCE));
    }

    private Redemption at(Stage next) {
        return new Redemption(account, points, next, Optional.empty());
    }
}
