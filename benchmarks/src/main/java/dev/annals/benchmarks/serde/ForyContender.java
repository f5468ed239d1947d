package dev.annals.benchmarks.serde;

import dev.annals.benchmarks.orders.Address;
import dev.annals.benchmarks.orders.Channel;
import dev.annals.benchmarks.orders.Line;
import dev.annals.benchmarks.orders.OrderEvent.OrderPlaced;
import dev.annals.benchmarks.orders.OrderEvent.PaymentReceived;
import org.apache.fory.Fory;

/** Apache Fory for Java alone: one instance for one thread, the same class on both sides, no references tracked. */
final class ForyContender implements Contender {

    private final Fory fory = Fory.builder()
            .withXlang(false)
            .withRefTracking(false)
            .withCompatible(false)
            .withAsyncCompilation(false)
            .requireClassRegistration(true)
            .build();

    ForyContender() {
        fory.register(OrderPlaced.class);
        fory.register(PaymentReceived.class);
        fory.register(Address.class);
        fory.register(Line.class);
        fory.register(Channel.class);
    }

    @Override
    public byte[] encode(Object event) {
        return fory.serialize(event);
    }

    @Override
    public Object decode(byte[] bytes) {
        return fory.deserialize(bytes);
    }
}
