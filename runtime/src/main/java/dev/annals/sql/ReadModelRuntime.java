package dev.annals.sql;

import dev.annals.aggregate.Engine;
import dev.annals.aggregate.EventChannel;
import dev.annals.extension.ExtensionName;
import dev.annals.schema.SchemaRegistry;
import dev.annals.subscription.Closing;
import java.util.List;

/** One read model of a service in this process. Safe for use by several threads. */
public final class ReadModelRuntime {

    private final ReadModelDefinition definition;
    private final SchemaRegistry schemas;

    public ReadModelRuntime(ReadModelDefinition definition, Engine engine) {
        this.definition = definition;
        this.schemas = engine.schemas();
    }

    public ExtensionName name() {
        return definition.name();
    }

    /** The topics that it reads. */
    public List<String> topics() {
        return definition.channels().stream().map(EventChannel::eventsTopic).toList();
    }

    /** Makes what applies the events. */
    Applying open() {
        OpenReadModel opened = definition.open();
        return Closing.onFailure(() -> new Applying(opened, schemas), name(), opened::close);
    }
}
