package loyalty.redemptions;

import java.math.BigDecimal;
import java.time.Instant;

/** What has happened to a redemption. */
public sealed interface RedemptionEvent {

    record RedemptionRequested(String account, long points) implements RedemptionEvent {}

    /** There were not so many points. */
    record RedemptionRefused() implements RedemptionEvent {}

    /** The bank is to pay; it is asked again at a time, where it has not answered until then. */
    record PaymentAsked(String account, BigDecimal amount, Instant again) implements RedemptionEvent {}

    record RedemptionPaid() implements RedemptionEvent {}

    /** The bank has not paid: the points are to be given back. */
    record ReturnAsked(String account, long points) implements RedemptionEvent {}

    record RedemptionReturned() implements RedemptionEvent {}
}
