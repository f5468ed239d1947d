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
        Location place = record.location();
        Optional<RecordType> current = Optional.of(record);
        for (String name : path) {
            Optional<Component> component = current.flatMap(within -> component(within, name));
            if (component.isEmpty()) {
                return current.map(RecordType::location).orElse(place);
            }
            place = component.get().location();
            current = component.flatMap(found -> recordIn(found.type()));
        }
        return place;
    }

    private static Optional<Component> component(RecordType record, String name) {
        return record.components().stream()
                .filter(component -> component.name().equals(name))
                .findFirst();
    }

    /** The record whose fields a value of this type has, however deep in collections. */
    private Optional<RecordType> recordIn(ValueType type) {
        if (type instanceof ValueType.RecordValue value) {
            RecordType record = values.record(value.name());
            return values.isBare(record) ? recordIn(record.components().get(0).type()) : Optional.of(record);
        } else if (type instanceof ValueType.ListOf list) {
            return recordIn(list.item());
        } else if (type instanceof ValueType.SetOf set) {
            return recordIn(set.item());
        } else if (type instanceof ValueType.MapOf map) {
            return recordIn(map.value());
        } else if (type instanceof ValueType.OptionalOf optional) {
            return recordIn(optional.value());
        } else if (type instanceof ValueType.NullableOf nullable) {
            return recordIn(nullable.value());
        }
        return Optional.empty();
    }
}
