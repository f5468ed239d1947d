package dev.annals.benchmarks.serde;

import dev.annals.benchmarks.orders.OrderEvent;
import dev.annals.benchmarks.orders.OrderEvent.OrderPlaced;
import dev.annals.benchmarks.orders.OrderEvent.PaymentReceived;
import dev.annals.benchmarks.specific.SpecificOrderPlaced;
import dev.annals.benchmarks.specific.SpecificPaymentReceived;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.avro.Schema;

/** The kinds of event that are measured, with some of each. */
public enum EventKind {
    ORDER_PLACED(OrderPlaced.class) {
        @Override
        OrderEvent event(int number) {
            return SampleOrders.placed(number);
        }

        @Override
        Object specificEvent(int number) {
            return SpecificOrders.placed(SampleOrders.placed(number));
        }

        @Override
        Schema specificSchema() {
            return SpecificOrderPlaced.getClassSchema();
        }
    },
    PAYMENT_RECEIVED(PaymentReceived.class) {
        @Override
        OrderEvent event(int number) {
            return SampleOrders.paid(number);
        }

        @Override
        Object specificEvent(int number) {
            return SpecificOrders.paid(SampleOrders.paid(number));
        }

        @Override
        Schema specificSchema() {
            return SpecificPaymentReceived.getClassSchema();
        }
    };

    /** A power of two, so that going round is cheap. */
    static final int EVENTS = 16;

    private final Class<? extends OrderEvent> type;

    EventKind(Class<? extends OrderEvent> type) {
        this.type = type;
    }

    abstract OrderEvent event(int number);

    abstract Object specificEvent(int number);

    abstract Schema specificSchema();

    Class<? extends OrderEvent> type() {
        return type;
    }

    List<Object> events() {
        return IntStream.range(0, EVENTS).<Object>mapToObj(this::event).toList();
    }

    /** The same events as instances of Avro's generated classes. */
    List<Object> specificEvents() {
        return IntStream.range(0, EVENTS).mapToObj(this::specificEvent).toList();
    }
}
