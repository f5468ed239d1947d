package dev.annals.subscription;

import dev.annals.aggregate.Engine;
import dev.annals.aggregate.EventChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.schema.SchemaRegistry;
import java.util.List;

/** One subscription of a service in this process. Safe for use by several threads. */
public final class SubscriptionRuntime {

    private final SubscriptionDefinition definition;
    private final SchemaRegistry schemas;

    public SubscriptionRuntime(SubscriptionDefinition definition, Engine engine) {
        this.definition = definition;
        this.schemas = engine.schemas();
    }

    public ExtensionName name() {
        return definition.name();
    }

    /** Whether it begins with the first event after its first start. */
    public boolean isFromNow() {
        return definition.fromNow();
    }

    /** The topics that it reads. */
    public List<String> topics() {
        return definition.channels().stream().map(EventChannel::eventsTopic).toList();
    }

    /** Makes what handles the events. */
    Handling open() {
        OpenSubscription opened = definition.open();
        return Closing.onFailure(() -> new Handling(opened, schemas), name(), opened::close);
    }
}
