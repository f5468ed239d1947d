package dev.annals.benchmarks.serde;

import dev.annals.benchmarks.orders.OrderEvent;
import dev.annals.benchmarks.orders.OrderMessages;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.serde.MessageSerde;

/** What Annals generates, header included. */
final class AnnalsContender implements Contender {

    private final MessageSerde<OrderEvent> serde = OrderMessages.events(new InMemorySchemaRegistry());

    @Override
    public byte[] encode(Object event) {
        return serde.write((OrderEvent) event);
    }

    @Override
    public Object decode(byte[] bytes) {
        return serde.read(bytes);
    }
}
