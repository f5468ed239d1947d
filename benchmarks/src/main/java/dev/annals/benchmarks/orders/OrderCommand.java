package dev.annals.benchmarks.orders;

import dev.annals.Decimal;
import dev.annals.Key;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;

/** What can be asked of an order. */
public sealed interface OrderCommand {

    @Key
    UUID order();

    /** Orders articles. */
    record PlaceOrder(UUID order, String customer, Address shipTo, List<Line> lines) implements OrderCommand {}

    /** Pays. */
    record ReceivePayment(
            UUID order, @Decimal(precision = 12, scale = 2) BigDecimal amount) implements OrderCommand {}
}
