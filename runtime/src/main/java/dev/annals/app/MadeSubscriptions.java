package dev.annals.app;

import dev.annals.extension.ExtensionName;
import dev.annals.metrics.ServiceMetrics;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.subscription.RunningSubscription;
import java.util.function.Supplier;
import org.apache.kafka.common.KafkaException;

/** Makes subscriptions and read models, which takes what users have written. */
final class MadeSubscriptions {

    private MadeSubscriptions() {}

    /**
     * One that does not run yet, and shows how far it is behind.
     *
     * @param what it is, for messages
     * @throws StartException when its class cannot be made
     */
    static <T extends RunningSubscription> T make(
            String what, ExtensionName name, ServiceMetrics metrics, Supplier<T> maker) {
        T made;
        try {
            made = maker.get();
        } catch (SchemaRegistryException | KafkaException e) {
            throw e;
        } catch (RuntimeException | Error e) {
            throw new StartException(ExitCode.CANNOT_START, "The %s %s cannot be made: %s".formatted(what, name, e), e);
        }
        metrics.showSubscription(name.toString(), made::lag, made::isPaused);
        return made;
    }
}
