package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.aggregate.Engine;
import dev.annals.aggregate.EventChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.schema.InMemorySchemaRegistry;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;

/** Subscriptions that cannot be made. */
class SubscriberTest {

    private final AtomicInteger closed = new AtomicInteger();

    /** Opens something, which counts how often it is closed. */
    private final class Counting implements SubscriptionDefinition {

        @Override
        public ExtensionName name() {
            return new ExtensionName("shop", "mailer");
        }

        @Override
        public List<EventChannel<?, ?>> channels() {
            return List.of();
        }

        @Override
        public OpenSubscription open() {
            return new OpenSubscription().onClose(closed::incrementAndGet);
        }
    }

    @Test
    void whatWasOpenedIsClosedWhereThereIsNoConsumer() {
        assertThatThrownBy(() -> new Subscriber(
                        new SubscriptionRuntime(new Counting(), Engine.of(new InMemorySchemaRegistry())),
                        SubscriptionSettings.DEFAULT,
                        () -> {
                            throw new KafkaException("No such setting");
                        },
                        new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()),
                        SubscriptionMetrics.NONE,
                        new CompletableFuture<>()))
                .isInstanceOf(KafkaException.class)
                .hasMessage("No such setting");
        assertThat(closed).hasValue(1);
    }
}
