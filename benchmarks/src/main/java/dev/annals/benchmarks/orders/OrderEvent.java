package dev.annals.benchmarks.orders;

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
            String customer,
            Channel channel,
            Instant placedAt,
            Address shipTo,
            List<Line> lines,
            BigDecimal total,
            long points,
            Optional<String> coupon)
            implements OrderEvent {}

    /** A small event. */
    record PaymentReceived(BigDecimal amount) implements OrderEvent {}
}
