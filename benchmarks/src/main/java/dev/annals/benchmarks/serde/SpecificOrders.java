package dev.annals.benchmarks.serde;

import dev.annals.benchmarks.orders.Address;
import dev.annals.benchmarks.orders.Line;
import dev.annals.benchmarks.orders.OrderEvent.OrderPlaced;
import dev.annals.benchmarks.orders.OrderEvent.PaymentReceived;
import dev.annals.benchmarks.specific.SpecificAddress;
import dev.annals.benchmarks.specific.SpecificChannel;
import dev.annals.benchmarks.specific.SpecificLine;
import dev.annals.benchmarks.specific.SpecificOrderPlaced;
import dev.annals.benchmarks.specific.SpecificPaymentReceived;

/** Events as instances of the classes that Avro generates. */
final class SpecificOrders {

    private SpecificOrders() {}

    static SpecificOrderPlaced placed(OrderPlaced event) {
        return new SpecificOrderPlaced(
                event.order(),
                event.customer(),
                SpecificChannel.valueOf(event.channel().name()),
                event.placedAt(),
                address(event.shipTo()),
                event.lines().stream().map(SpecificOrders::line).toList(),
                event.total(),
                event.points(),
                event.coupon().orElse(null));
    }

    static SpecificPaymentReceived paid(PaymentReceived event) {
        return new SpecificPaymentReceived(event.amount());
    }

    private static SpecificAddress address(Address address) {
        return new SpecificAddress(address.street(), address.city(), address.postcode(), address.country());
    }

    private static SpecificLine line(Line line) {
        return new SpecificLine(line.article(), line.count(), line.price());
    }
}
