package dev.annals.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.aggregate.Engine;
import dev.annals.aggregate.EventChannel;
import dev.annals.aggregate.KeyCodec;
import dev.annals.extension.ExtensionName;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.serde.MessageCodec;
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

        private final boolean readable;

        Counting(boolean readable) {
            this.readable = readable;
        }

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
            OpenSubscription opened = new OpenSubscription().onClose(closed::incrementAndGet);
            return readable ? opened : opened.with(new Refused(), (event, context) -> {});
        }
    }

    /** Events whose schemas the registry refuses. */
    private static final class Refused implements EventChannel<String, Object> {

        @Override
        public String eventsTopic() {
            return "shop.orders.events";
        }

        @Override
        public KeyCodec<String> keys() {
            return KeyCodec.STRING;
        }

        @Override
        public MessageCodec<Object> events() {
            throw new SchemaRegistryException("Refused");
        }
    }

    @Test
    void whatWasOpenedIsClosedWhereThereIsNoConsumer() {
        assertThatThrownBy(() -> subscriber(true))
                .isInstanceOf(KafkaException.class)
                .hasMessage("No such setting");
        assertThat(closed).hasValue(1);
    }

    @Test
    void whatWasOpenedIsClosedWhereItsEventsCannotBeRead() {
        assertThatThrownBy(() -> subscriber(false))
                .isInstanceOf(SchemaRegistryException.class)
                .hasMessage("Refused");
        assertThat(closed).hasValue(1);
    }

    private Subscriber subscriber(boolean readable) {
        return new Subscriber(
                new SubscriptionRuntime(new Counting(readable), Engine.of(new InMemorySchemaRegistry())),
                SubscriptionSettings.DEFAULT,
                () -> {
                    throw new KafkaException("No such setting");
                },
                new MockProducer<>(true, null, new ByteArraySerializer(), new ByteArraySerializer()),
                SubscriptionMetrics.NONE,
                new CompletableFuture<>());
    }
}
