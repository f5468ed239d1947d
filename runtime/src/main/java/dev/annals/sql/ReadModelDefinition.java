package dev.annals.sql;

import dev.annals.aggregate.EventChannel;
import dev.annals.extension.ExtensionName;
import java.util.List;

/** What the engine needs to know of one read model; generated from the annotated class. Safe for use by several threads. */
public interface ReadModelDefinition {

    ExtensionName name();

    /** The topics that it reads. */
    List<EventChannel<?, ?>> channels();

    /** Makes what applies the events; once, when the service starts. */
    OpenReadModel open();
}
