package dev.annals.processor.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** Makes the Avro schemas of records. A type's Avro name is its Java name, with the types around it as its namespace. */
final class AvroSchemas {

    private static final JsonMapper JSON = new JsonMapper();

    private final Values values;
    private final Map<ClassName, Schema> named = new HashMap<>();

    private AvroSchemas(Values values) {
        this.values = values;
    }

    /** The schema of a message. */
    static Schema of(RecordType message, Values values) {
        return new AvroSchemas(values).record(message);
    }

    /**
     * The schema's text. (Avro's own formatters are looked up by the context class loader, which in a compiler is not the
     * processor's.)
     */
    static String json(Schema schema) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            JsonNode tree = JSON.readTree(schema.toString());
            return JSON.writer(printer).writeValueAsString(tree) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A schema is not JSON: " + schema.getFullName(), e);
        }
    }

    /** CRC-64-AVRO over the parsing canonical form, as Avro's specification defines it. */
    static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }

    private Schema record(RecordType record) {
        Schema known = named.get(record.name());
        if (known != null) {
            return known;
        }
        Schema schema = Schema.createRecord(record.name().simpleName(), null, namespace(record.name()), false);
        named.put(record.name(), schema);
        List<Schema.Field> fields = new ArrayList<>();
        for (Component component : record.components()) {
            fields.add(field(component));
        }
        schema.setFields(fields);
        return schema;
    }

    private Schema.Field field(Component component) {
        Schema schema = type(component.type());
        return schema.isUnion()
                ? new Schema.Field(component.name(), schema, null, JsonProperties.NULL_VALUE)
                : new Schema.Field(component.name(), schema);
    }

    private Schema type(ValueType type) {
        if (type instanceof ValueType.Scalar scalar) {
            return scalar(scalar.kind());
        } else if (type instanceof ValueType.EnumValue value) {
            return enumeration(values.enumType(value.name()));
        } else if (type instanceof ValueType.RecordValue value) {
            return value(values.record(value.name()));
        } else if (type instanceof ValueType.ListOf list) {
            return Schema.createArray(type(list.item()));
        } else if (type instanceof ValueType.SetOf set) {
            return Schema.createArray(type(set.item()));
        } else if (type instanceof ValueType.MapOf map) {
            return Schema.createMap(type(map.value()));
        } else if (type instanceof ValueType.OptionalOf optional) {
            return orNull(type(optional.value()));
        } else if (type instanceof ValueType.NullableOf nullable) {
            return orNull(type(nullable.value()));
        }
        throw new IllegalArgumentException("No schema for " + type);
    }

    /** A record of one component is written as that component. */
    private Schema value(RecordType record) {
        return values.isBare(record) ? type(record.components().get(0).type()) : record(record);
    }

    private static Schema scalar(ScalarKind kind) {
        Schema schema = Schema.create(Schema.Type.valueOf(kind.avroType().toUpperCase(Locale.ROOT)));
        if (!kind.logicalType().isEmpty()) {
            schema.addProp("logicalType", kind.logicalType());
        }
        return schema;
    }

    private Schema enumeration(EnumType type) {
        return named.computeIfAbsent(
                type.name(), name -> Schema.createEnum(name.simpleName(), null, namespace(name), type.constants()));
    }

    private static Schema orNull(Schema schema) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }

    private static String namespace(ClassName name) {
        ClassName around = name.enclosingClassName();
        return around == null ? name.packageName() : around.canonicalName();
    }
}
