package dev.annals.processor;

import java.lang.reflect.RecordComponent;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.avro.Conversions;
import org.apache.avro.Schema;
import org.apache.avro.data.TimeConversions;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;
import org.jspecify.annotations.Nullable;

/** Brings Avro's generic values and a domain's records into one plain form, in which they can be compared. */
final class AvroValues {

    private AvroValues() {}

    /** Avro's model with its own conversions for all logical types that Annals uses. */
    static GenericData model() {
        GenericData model = new GenericData();
        model.addLogicalTypeConversion(new Conversions.BigDecimalConversion());
        model.addLogicalTypeConversion(new Conversions.UUIDConversion());
        model.addLogicalTypeConversion(new TimeConversions.DateConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimeMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.TimestampMicrosConversion());
        model.addLogicalTypeConversion(new TimeConversions.LocalTimestampMicrosConversion());
        return model;
    }

    /** What Avro read. */
    static @Nullable Object ofAvro(@Nullable Object value) {
        if (value instanceof IndexedRecord message) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            message.getSchema()
                    .getFields()
                    .forEach(field -> fields.put(field.name(), ofAvro(message.get(field.pos()))));
            return fields;
        } else if (value instanceof Collection<?> items) {
            return items.stream().map(AvroValues::ofAvro).toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key.toString(), ofAvro(entry)));
            return entries;
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return Arrays.toString(copy);
        }
        return value instanceof CharSequence || value instanceof GenericData.EnumSymbol ? value.toString() : value;
    }

    /** What a record of the domain holds, in the form of its schema. */
    static @Nullable Object ofJava(@Nullable Object value, Schema schema) {
        if (value instanceof Optional<?> optional) {
            return ofJava(optional.orElse(null), schema);
        } else if (value == null) {
            return null;
        } else if (schema.isUnion()) {
            return ofJava(value, schema.getTypes().get(1));
        } else if (value instanceof Record message) {
            return schema.getType() == Schema.Type.RECORD
                    ? fields(message, schema)
                    : ofJava(get(message, message.getClass().getRecordComponents()[0]), schema);
        } else if (value instanceof Collection<?> items) {
            return items.stream()
                    .map(item -> ofJava(item, schema.getElementType()))
                    .toList();
        } else if (value instanceof Map<?, ?> map) {
            Map<String, @Nullable Object> entries = new LinkedHashMap<>();
            map.forEach((key, entry) -> entries.put(key.toString(), ofJava(entry, schema.getValueType())));
            return entries;
        } else if (value instanceof byte[] bytes) {
            return Arrays.toString(bytes);
        } else if (value instanceof Byte || value instanceof Short) {
            return ((Number) value).intValue();
        }
        return value instanceof Enum<?> constant ? constant.name() : value;
    }

    private static Map<String, @Nullable Object> fields(Record message, Schema schema) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        for (RecordComponent component : message.getClass().getRecordComponents()) {
            Schema.Field field = schema.getField(component.getName());
            fields.put(component.getName(), ofJava(get(message, component), field.schema()));
        }
        return fields;
    }

    private static @Nullable Object get(Record message, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError(component.toString(), e);
        }
    }
}
