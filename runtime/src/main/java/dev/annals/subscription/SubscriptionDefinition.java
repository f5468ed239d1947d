package dev.annals.subscription;

import dev.annals.aggregate.EventChannel;
import dev.annals.extension.ExtensionName;
import java.util.List;

/** What the engine needs to know of one subscription; generated from the annotated class. Safe for use by several threads. */
public interface SubscriptionDefinition {

    ExtensionName name();

    /** Whether it begins with the first event after its first start, rather than with the first one that there ever was. */
    default boolean fromNow() {
        return false;
    }

    /** The topics that it reads. */
    List<EventChannel<?, ?>> channels();

    /** Makes what handles the events; once, when the service starts. */
    OpenSubscription open();
}
