package dev.annals.benchmarks.orders;

import dev.annals.Alias;
import dev.annals.Decimal;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** What has happened to an order. */
public sealed interface OrderEvent {

    /** An event of the usual size: some text, a nested record, a few lines. */
    record OrderPlaced(
            UUID order,
            @Alias("buyer") String customer,
            Channel channel,
            Instant placedAt,
            Address shipTo,
            List<Line> lines,
            @Decimal(precision = 12, scale = 2) BigDecimal total,
            long points,
            Optional<String> coupon)
            implements OrderEvent {}

    /** A small event. */
    record PaymentReceived(
            @Decimal(precision = 12, scale = 2) BigDecimal amount) implements OrderEvent {}
}
