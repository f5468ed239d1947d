package dev.annals.processor.generate;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.annals.evolution.SchemaProperties;
import dev.annals.processor.defaults.AvroDefaults;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.EnumType;
import dev.annals.processor.model.Heading;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.ScalarKind;
import dev.annals.processor.model.ValueType;
import dev.annals.processor.model.Values;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.jspecify.annotations.Nullable;

/** Makes the Avro schemas of records. */
final class AvroSchemas {

    private static final JsonMapper JSON = new JsonMapper();

    private final Values values;
    private final AvroDefaults defaults;
    private final Map<String, Schema> named = new HashMap<>();

    private AvroSchemas(Values values) {
        this.values = values;
        this.defaults = new AvroDefaults(values);
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
        Heading heading = record.heading();
        Schema known = named.get(heading.name());
        if (known != null) {
            return known;
        }
        Schema schema = Schema.createRecord(heading.simpleName(), doc(heading), heading.namespace(), false);
        named.put(heading.name(), schema);
        heading.aliases().forEach(schema::addAlias);
        schema.setFields(record.components().stream()
                .map(component -> field(record, component))
                .toList());
        return schema;
    }

    private Schema.Field field(RecordType record, Component component) {
        Heading heading = component.heading();
        Schema schema = type(component.type(), new EntryNames(record, component));
        Schema.Field field = component.type().mayBeAbsent()
                ? new Schema.Field(heading.name(), schema, doc(heading), JsonProperties.NULL_VALUE)
                : new Schema.Field(
                        heading.name(),
                        schema,
                        doc(heading),
                        component.byDefault().isPresent() ? defaults.of(component) : null);
        heading.aliases().forEach(field::addAlias);
        return field;
    }

    private Schema type(ValueType type, EntryNames entryNames) {
        if (type instanceof ValueType.Scalar scalar) {
            return scalar.kind().isRecord() ? zoned(scalar.kind()) : ScalarSchemas.of(scalar.kind());
        } else if (type instanceof ValueType.DecimalValue decimal) {
            return ScalarSchemas.of(decimal);
        } else if (type instanceof ValueType.EnumValue value) {
            return enumeration(values.enumType(value.name()));
        } else if (type instanceof ValueType.RecordValue value) {
            return value(values.record(value.name()));
        } else if (type instanceof ValueType.UnionValue value) {
            return Schema.createUnion(leaves(value));
        } else if (type instanceof ValueType.MapOf map) {
            return Schema.createMap(type(map.value(), entryNames));
        } else if (type instanceof ValueType.EntriesOf entries) {
            return Schema.createArray(entry(entries, entryNames));
        } else if (type.mayBeAbsent()) {
            return orNull(type.parts().get(0), entryNames);
        } else if (type.parts().size() == 1) {
            return Schema.createArray(type(type.parts().get(0), entryNames));
        }
        throw new IllegalArgumentException("No schema for " + type);
    }

    /** A record of one component is written as that component. */
    private Schema value(RecordType record) {
        if (!values.isBare(record)) {
            return record(record);
        }
        Component only = record.components().get(0);
        return type(only.type(), new EntryNames(record, only));
    }

    private List<Schema> leaves(ValueType.UnionValue union) {
        return values.leaves(values.union(union.name())).stream()
                .map(this::record)
                .toList();
    }

    /** Null comes first, so that it can be the default; a union does not hold another. */
    private Schema orNull(ValueType type, EntryNames entryNames) {
        Stream<Schema> types =
                type instanceof ValueType.UnionValue union ? leaves(union).stream() : Stream.of(type(type, entryNames));
        return Schema.createUnion(
                Stream.concat(Stream.of(Schema.create(Schema.Type.NULL)), types).toList());
    }

    private Schema entry(ValueType.EntriesOf entries, EntryNames entryNames) {
        String name = entryNames.next();
        Schema known = named.get(name);
        if (known != null) {
            // Of a record that stands here twice, as its only component: the maps inside have names after this one.
            entries.withParts().stream()
                    .skip(1)
                    .filter(ValueType.EntriesOf.class::isInstance)
                    .forEach(inner -> entryNames.next());
            return known;
        }
        Schema schema = Schema.createRecord(name, null, null, false);
        schema.addProp(SchemaProperties.ENTRY, true);
        named.put(name, schema);
        schema.setFields(List.of(
                new Schema.Field("key", type(entries.key(), entryNames)),
                new Schema.Field("value", type(entries.value(), entryNames))));
        return schema;
    }

    private Schema enumeration(EnumType type) {
        Heading heading = type.heading();
        return named.computeIfAbsent(heading.name(), name -> {
            Schema schema = Schema.createEnum(
                    heading.simpleName(),
                    doc(heading),
                    heading.namespace(),
                    type.constants().stream().map(EnumType.Constant::symbol).toList(),
                    type.constants().stream()
                            .filter(EnumType.Constant::byDefault)
                            .map(EnumType.Constant::symbol)
                            .findFirst()
                            .orElse(null));
            heading.aliases().forEach(schema::addAlias);
            return schema;
        });
    }

    private Schema zoned(ScalarKind kind) {
        return named.computeIfAbsent(kind.recordName(), name -> ScalarSchemas.record(kind));
    }

    private static @Nullable String doc(Heading heading) {
        return heading.doc().isEmpty() ? null : heading.doc();
    }

    /** The names of the entries of maps, in the order in which they stand in a component's type. */
    private static final class EntryNames {

        private final RecordType record;
        private final Component component;
        private int place;

        EntryNames(RecordType record, Component component) {
            this.record = record;
            this.component = component;
        }

        String next() {
            return record.entryName(component, ++place);
        }
    }
}
