package dev.annals.schema;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/** Takes a schema apart into what it says at each place that has a meaning, such as {@code bank.Deposited.amount: scale}. */
final class SchemaFacts {

    private static final Set<String> LOGICAL_TYPE = Set.of("logicalType", "precision", "scale");
    private static final Set<Schema.Type> NAMED = EnumSet.of(Schema.Type.RECORD, Schema.Type.ENUM, Schema.Type.FIXED);
    private static final String OURS = "annals.";

    private final Map<String, String> facts = new LinkedHashMap<>();
    private final Set<String> described = new HashSet<>();

    private SchemaFacts() {}

    /**
     * What the schema says, in the order of its places.
     *
     * @throws org.apache.avro.AvroRuntimeException when it is none
     */
    static Map<String, String> of(String json) {
        SchemaFacts facts = new SchemaFacts();
        Schema schema = new Schema.Parser().setValidateDefaults(false).parse(json);
        facts.describe(schema.getFullName(), schema);
        return facts.facts;
    }

    private void describe(String place, Schema schema) {
        // Of a named type, the name; its contents stand under that name, once.
        say(place, "type", schema.getFullName());
        switch (schema.getType()) {
            case RECORD, ENUM, FIXED -> {
                if (described.add(schema.getFullName())) {
                    describeNamed(schema.getFullName(), schema);
                }
            }
            case ARRAY -> describe(place + "[]", schema.getElementType());
            case MAP -> describe(place + "{}", schema.getValueType());
            case UNION -> {
                say(
                        place,
                        "branches",
                        schema.getTypes().stream()
                                .map(Schema::getFullName)
                                .toList()
                                .toString());
                schema.getTypes().forEach(branch -> describe(place + "/" + branch.getFullName(), branch));
            }
            default -> {
                // A primitive has no parts.
            }
        }
        if (!NAMED.contains(schema.getType())) {
            describeProperties(place, schema);
        }
    }

    private void describeNamed(String name, Schema schema) {
        say(name, "kind", schema.getType().getName());
        describeProperties(name, schema);
        switch (schema.getType()) {
            case RECORD -> describeFields(name, schema);
            case ENUM -> say(name, "symbols", schema.getEnumSymbols().toString());
            default -> say(name, "size", Integer.toString(schema.getFixedSize()));
        }
    }

    private void describeFields(String name, Schema record) {
        say(
                name,
                "fields",
                record.getFields().stream().map(Schema.Field::name).toList().toString());
        for (Schema.Field field : record.getFields()) {
            String place = name + "." + field.name();
            describe(place, field.schema());
            ours(place, field);
        }
    }

    private void describeProperties(String place, Schema schema) {
        ours(place, schema);
        new TreeMap<>(schema.getObjectProps()).forEach((name, value) -> {
            if (LOGICAL_TYPE.contains(name)) {
                say(place, name, String.valueOf(value));
            }
        });
    }

    private void ours(String place, JsonProperties properties) {
        new TreeMap<>(properties.getObjectProps()).forEach((name, value) -> {
            if (name.startsWith(OURS)) {
                say(place, name, String.valueOf(value));
            }
        });
    }

    private void say(String place, String what, String value) {
        facts.put(place + ": " + what, value);
    }
}
