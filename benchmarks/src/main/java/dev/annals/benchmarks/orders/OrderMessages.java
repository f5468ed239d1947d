package dev.annals.benchmarks.orders;

import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;

/** Hands out what Annals generated for this package, which is not public. */
public final class OrderMessages {

    private OrderMessages() {}

    /** The serde of the events, as the service uses it. */
    public static MessageSerde<OrderEvent> events(SchemaRegistry registry) {
        return new MessageSerde<>(new OrdersEventCodec(), registry);
    }
}
