package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.List;

/** A record: a command, an event, a snapshot, or a value in one of them. */
public record RecordType(ClassName name, List<Component> components, Heading heading, Location location) {

    public RecordType {
        components = List.copyOf(components);
    }

    /**
     * The name of the record that stands for an entry of a map in Avro: of the component's map, or of one inside it.
     *
     * @param place of the map among those of the component, from 1
     */
    public String entryName(Component component, int place) {
        return heading.name() + "." + component.heading().name() + "Entry" + (place == 1 ? "" : place);
    }
}
