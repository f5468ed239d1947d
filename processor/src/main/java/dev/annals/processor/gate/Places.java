package dev.annals.processor.gate;

import dev.annals.processor.model.Component;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.List;
import java.util.Optional;

/** Where in the source a field of a schema comes from. */
record Places(Values values) {

    /**
     * The component that a path of field names leads to, or the last one that could be found on the way.
     *
     * @param record the message's record, which is the answer where there is no such component
     */
    Location find(RecordType record, List<String> path) {
        return path.isEmpty() ? record.location() : within(record, path).orElse(record.location());
    }

    private Optional<Location> within(RecordType record, List<String> path) {
        return record.components().stream()
                .filter(component -> component.heading().name().equals(path.get(0)))
                .findFirst()
                .map(component -> below(component, path.subList(1, path.size())));
    }

    private Location below(Component component, List<String> path) {
        return path.isEmpty()
                ? component.location()
                : below(component.type(), path).orElse(component.location());
    }

    /** Where a path leads to in a value of this type, however deep in collections. */
    private Optional<Location> below(ValueType type, List<String> path) {
        if (type instanceof ValueType.RecordValue value) {
            RecordType record = values.record(value.name());
            return values.isBare(record)
                    ? below(record.components().get(0).type(), path)
                    : Optional.of(find(record, path));
        } else if (type instanceof ValueType.UnionValue union) {
            return values.leaves(values.union(union.name())).stream()
                    .flatMap(leaf -> within(leaf, path).stream())
                    .findFirst();
        } else if (type instanceof ValueType.EntriesOf entries && path.size() > 1) {
            return below(path.get(0).equals("key") ? entries.key() : entries.value(), path.subList(1, path.size()));
        }
        return type.parts().stream().flatMap(part -> below(part, path).stream()).findFirst();
    }
}
