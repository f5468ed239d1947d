package dev.annals.processor;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
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
        model.addLogicalTypeConversion(new Conversions.DecimalConversion());
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
    @SuppressWarnings("EnumOrdinal") // Symbols may be called otherwise than constants.
    static @Nullable Object ofJava(@Nullable Object value, Schema schema) {
        if (value instanceof Optional<?> optional) {
            return ofJava(optional.orElse(null), schema);
        } else if (value == null) {
            return null;
        } else if (schema.isUnion()) {
            return ofJava(value, branch(value, schema));
        } else if (value instanceof OffsetDateTime time) {
            return zoned(time.toInstant(), "offsetSeconds", time.getOffset().getTotalSeconds());
        } else if (value instanceof ZonedDateTime time) {
            return zoned(time.toInstant(), "zone", time.getZone().getId());
        } else if (value instanceof Duration duration) {
            return duration.toNanos();
        } else if (value instanceof BigInteger number) {
            return schema.getLogicalType() == null ? Arrays.toString(number.toByteArray()) : new BigDecimal(number);
        } else if (value instanceof Record message) {
            return schema.getType() == Schema.Type.RECORD
                    ? fields(message, schema)
                    : ofJava(get(message, message.getClass().getRecordComponents()[0]), schema);
        } else if (value instanceof Collection<?> items) {
            return items.stream()
                    .map(item -> ofJava(item, schema.getElementType()))
                    .toList();
        } else if (value instanceof Map<?, ?> map && schema.getType() == Schema.Type.ARRAY) {
            return map.entrySet().stream()
                    .map(entry -> entry(entry, schema.getElementType()))
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
        return value instanceof Enum<?> constant ? schema.getEnumSymbols().get(constant.ordinal()) : value;
    }

    /** The type of a union that a record's is by its name, or the only one beside null. */
    private static Schema branch(Object value, Schema union) {
        return union.getTypes().stream()
                .filter(type -> type.getType() == Schema.Type.RECORD
                        && type.getFullName().equals(value.getClass().getCanonicalName()))
                .findFirst()
                .orElse(union.getTypes().get(1));
    }

    private static Map<String, @Nullable Object> zoned(Instant instant, String place, Object value) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("instant", instant);
        fields.put(place, value);
        return fields;
    }

    private static Map<String, @Nullable Object> entry(Map.Entry<?, ?> entry, Schema schema) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("key", ofJava(entry.getKey(), schema.getField("key").schema()));
        fields.put("value", ofJava(entry.getValue(), schema.getField("value").schema()));
        return fields;
    }

    private static Map<String, @Nullable Object> fields(Record message, Schema schema) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        RecordComponent[] components = message.getClass().getRecordComponents();
        for (Schema.Field field : schema.getFields()) {
            fields.put(field.name(), ofJava(get(message, components[field.pos()]), field.schema()));
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
