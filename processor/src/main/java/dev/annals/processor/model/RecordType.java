package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** A record: a command, an event, a snapshot, or a value in one of them. */
public record RecordType(ClassName name, List<Component> components, Location location) {

    public RecordType {
        components = List.copyOf(components);
    }
}
