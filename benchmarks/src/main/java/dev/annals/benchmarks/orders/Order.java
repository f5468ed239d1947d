package dev.annals.benchmarks.orders;

import dev.annals.Decimal;
import dev.annals.EventSourced;
import dev.annals.benchmarks.orders.OrderCommand.PlaceOrder;
import dev.annals.benchmarks.orders.OrderCommand.ReceivePayment;
import dev.annals.benchmarks.orders.OrderEvent.OrderPlaced;
import dev.annals.benchmarks.orders.OrderEvent.PaymentReceived;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;

/** What is still to be paid of an order. */
@EventSourced(service = "benchmarks", name = "orders", commands = OrderCommand.class, events = OrderEvent.class)
public record Order(@Decimal(precision = 12, scale = 2) BigDecimal open) {

    static OrderEvent decide(PlaceOrder place) {
        BigDecimal total = place.lines().stream().map(Line::price).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new OrderPlaced(
                place.order(),
                place.customer(),
                Channel.WEB,
                Instant.EPOCH,
                place.shipTo(),
                place.lines(),
                total,
                total.longValue(),
                Optional.empty());
    }

    OrderEvent decide(ReceivePayment payment) {
        return new PaymentReceived(payment.amount());
    }

    static Order evolve(OrderPlaced placed) {
        return new Order(placed.total());
    }

    Order evolve(PaymentReceived received) {
        return new Order(open.subtract(received.amount()));
    }
}
