package dev.annals.processor.generate.jsonschema;

import static dev.annals.processor.generate.jsonschema.JsonDocument.array;
import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.UnionType;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.List;
import java.util.Set;

/**
 * The schemas of values.
 *
 * @param values the types that they are made of
 * @param read the types whose fields are all known
 * @param components where the schemas of named types are kept
 */
record ValueSchemas(Values values, SchemaNames names, Set<ClassName> read, JsonSchemas components) {

    ObjectNode of(ValueType type) {
        if (type instanceof ValueType.Scalar scalar) {
            return ScalarJsonSchemas.of(scalar.kind());
        } else if (type instanceof ValueType.DecimalValue decimal) {
            return ScalarJsonSchemas.of(decimal);
        } else if (type instanceof ValueType.EnumValue value) {
            return enumeration(values.enumType(value.name()));
        } else if (type instanceof ValueType.RecordValue value) {
            return record(values.record(value.name()));
        } else if (type instanceof ValueType.UnionValue value) {
            return union(values.union(value.name()));
        } else if (type instanceof ValueType.ListOf list) {
            return JsonSchemas.arrayOf(of(list.item()));
        } else if (type instanceof ValueType.SetOf set) {
            return JsonSchemas.arrayOf(of(set.item())).put("uniqueItems", true);
        } else if (type instanceof ValueType.MapOf map) {
            return object().put("type", "object").set("additionalProperties", of(map.value()));
        } else if (type instanceof ValueType.EntriesOf entries) {
            return JsonSchemas.arrayOf(entry(entries));
        } else if (type instanceof ValueType.OptionalOf optional) {
            return orNull(of(optional.value()));
        } else if (type instanceof ValueType.NullableOf nullable) {
            return orNull(of(nullable.value()));
        }
        throw new IllegalArgumentException("Has no JSON: " + type);
    }

    /** What the schema of a record with a {@code _type} is called; another name where the record stands without one as well. */
    String typedName(RecordType record) {
        String name = names.of(record.name());
        boolean elsewhere = values.plain().contains(record.name()) && !values.isBare(record);
        return elsewhere ? names.derived("Typed" + name) : name;
    }

    /** The schema of a record with a {@code _type}, as far as its fields. */
    RecordSchema typed(RecordType record) {
        return new RecordSchema(this)
                .field(
                        "_type",
                        object().put("type", "string")
                                .put("const", record.name().simpleName()))
                .fields(record);
    }

    /** Any of several schemas, by {@code _type}. */
    ObjectNode oneOf(List<TypedSchema> schemas) {
        ObjectNode union = object();
        union.set("oneOf", array(schemas.stream().map(TypedSchema::reference).toList()));
        ObjectNode mapping =
                union.putObject("discriminator").put("propertyName", "_type").putObject("mapping");
        schemas.forEach(schema -> mapping.set(schema.type(), schema.reference().get("$ref")));
        return union;
    }

    private ObjectNode enumeration(EnumType type) {
        return components.component(names.of(type.name()), () -> {
            ObjectNode schema = object().put("type", "string");
            if (!type.heading().doc().isEmpty()) {
                schema.put("description", type.heading().doc());
            }
            return schema.set(
                    "enum",
                    strings(type.constants().stream()
                            .map(EnumType.Constant::name)
                            .toList()));
        });
    }

    private ObjectNode record(RecordType record) {
        return values.isBare(record)
                ? of(record.components().get(0).type())
                : components.component(
                        names.of(record.name()),
                        () -> new RecordSchema(this).fields(record).build(record, read.contains(record.name())));
    }

    private ObjectNode union(UnionType union) {
        return components.component(
                names.of(union.name()),
                () -> oneOf(values.leaves(union).stream().map(this::leaf).toList()));
    }

    private TypedSchema leaf(RecordType record) {
        ObjectNode reference = components.component(
                typedName(record), () -> typed(record).build(record, read.contains(record.name())));
        return new TypedSchema(record.name().simpleName(), reference);
    }

    private ObjectNode entry(ValueType.EntriesOf entries) {
        ObjectNode properties = object();
        properties.set("key", of(entries.key()));
        properties.set("value", of(entries.value()));
        ObjectNode schema = object().put("type", "object");
        schema.set("properties", properties);
        schema.set("required", strings(List.of("key", "value")));
        return schema.put("additionalProperties", false);
    }

    private static ObjectNode orNull(ObjectNode schema) {
        if (schema.path("type").isTextual()) {
            return schema.set("type", strings(List.of(schema.get("type").textValue(), "null")));
        }
        return object().set("anyOf", array(List.of(schema, object().put("type", "null"))));
    }
}
