package dev.annals.processor.generate.jsonschema;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.defaults.AvroDefaults;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.RecordType;
import java.util.ArrayList;
import java.util.List;

/** Builds the schema of an object, field by field. */
final class RecordSchema {

    private final ValueSchemas values;
    private final ObjectNode properties = object();
    private final List<String> required = new ArrayList<>();

    RecordSchema(ValueSchemas values) {
        this.values = values;
    }

    /** A field that is always there. */
    RecordSchema field(String name, ObjectNode schema) {
        properties.set(name, schema);
        required.add(name);
        return this;
    }

    /** The fields of a record. Those that may be left out of what is read are always there in what is written. */
    RecordSchema fields(RecordType record) {
        for (Component component : record.components()) {
            ObjectNode schema = values.of(component.type());
            if (!component.heading().doc().isEmpty()) {
                schema.put("description", component.heading().doc());
            }
            component
                    .byDefault()
                    .ifPresent(text -> schema.set("default", new AvroDefaults(values.values()).json(component)));
            properties.set(component.name(), schema);
            if (!component.type().mayBeAbsent() && component.byDefault().isEmpty()) {
                required.add(component.name());
            }
        }
        return this;
    }

    /**
     * The schema.
     *
     * @param read whether it is read, and has no other fields then
     */
    ObjectNode build(RecordType record, boolean read) {
        ObjectNode schema = object().put("type", "object");
        if (!record.heading().doc().isEmpty()) {
            schema.put("description", record.heading().doc());
        }
        schema.set("properties", properties);
        if (!required.isEmpty()) {
            schema.set("required", strings(required));
        }
        return read ? schema.put("additionalProperties", false) : schema;
    }
}
