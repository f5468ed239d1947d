package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.FieldPlan;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericArray;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.generic.GenericEnumSymbol;
import org.apache.avro.generic.GenericFixed;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.jspecify.annotations.Nullable;

/** Reads messages as generated code does, but of any schema, into maps, lists and texts that compare and print well. */
final class Generic {

    private Generic() {}

    static Schema schema(String json) {
        return new Schema.Parser().parse(json.replace('\'', '"'));
    }

    /** The bytes of a value that is given as Avro has it in JSON. */
    static byte[] encode(Schema schema, String json) {
        try {
            return encode(
                    schema,
                    new GenericDatumReader<>(schema)
                            .read(null, DecoderFactory.get().jsonDecoder(schema, json.replace('\'', '"'))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static byte[] encode(Schema schema, Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            new GenericDatumWriter<>(schema).write(value, out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    /** What Avro's own resolution makes of these bytes. */
    static @Nullable Object readByAvro(byte[] bytes, Schema writer, Schema reader) throws IOException {
        return plain(new GenericDatumReader<>(writer, reader)
                .read(null, DecoderFactory.get().binaryDecoder(bytes, null)));
    }

    /** What our reader makes of them: a message's fields come from where the plan has them. */
    static Map<String, @Nullable Object> readMessage(byte[] bytes, @Nullable FieldPlan plan, Schema reader) {
        AvroReader in = new AvroReader(bytes, 0, plan);
        Map<String, @Nullable Object> message = new LinkedHashMap<>();
        for (Schema.Field field : reader.getFields()) {
            message.put(field.name(), read(in.field(field.pos()), field.schema()));
        }
        return in.end(message);
    }

    private static @Nullable Object read(AvroReader in, Schema schema) {
        return switch (schema.getType()) {
            case NULL -> null;
            case BOOLEAN -> in.readBoolean();
            case INT -> in.readInt();
            case LONG -> in.readLong();
            case FLOAT -> in.readFloat();
            case DOUBLE -> in.readDouble();
            case STRING -> in.readString();
            case BYTES -> hex(in.readBytes());
            case FIXED -> readFixed(in, schema.getFixedSize());
            case ENUM ->
                schema.getEnumSymbols()
                        .get(in.readBranch(schema.getEnumSymbols().size()));
            case ARRAY -> readArray(in, schema.getElementType());
            case MAP -> new TreeMap<>(in.readMap(values -> String.valueOf(read(values, schema.getValueType()))));
            case UNION ->
                read(in, schema.getTypes().get(in.readBranch(schema.getTypes().size())));
            case RECORD -> in.readNested(fields -> readRecord(fields, schema));
        };
    }

    private static List<@Nullable Object> readArray(AvroReader in, Schema item) {
        List<@Nullable Object> items = new ArrayList<>();
        in.readList(each -> items.add(read(each, item)));
        return items;
    }

    private static Map<String, @Nullable Object> readRecord(AvroReader in, Schema schema) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        schema.getFields().forEach(field -> fields.put(field.name(), read(in, field.schema())));
        return fields;
    }

    private static String readFixed(AvroReader in, int size) {
        int start = in.position();
        in.skip(size);
        byte[] bytes = new byte[size];
        in.copyFrom(start, bytes, 0);
        return hex(bytes);
    }

    private static @Nullable Object plain(@Nullable Object value) {
        if (value instanceof GenericRecord record) {
            Map<String, @Nullable Object> fields = new LinkedHashMap<>();
            record.getSchema().getFields().forEach(field -> fields.put(field.name(), plain(record.get(field.pos()))));
            return fields;
        } else if (value instanceof GenericArray<?> array) {
            List<@Nullable Object> items = new ArrayList<>();
            array.forEach(item -> items.add(plain(item)));
            return items;
        } else if (value instanceof Map<?, ?> map) {
            Map<String, String> entries = new TreeMap<>();
            map.forEach((key, entry) -> entries.put(key.toString(), String.valueOf(plain(entry))));
            return entries;
        } else if (value instanceof GenericFixed fixed) {
            return hex(fixed.bytes());
        } else if (value instanceof ByteBuffer bytes) {
            byte[] copy = new byte[bytes.remaining()];
            bytes.duplicate().get(copy);
            return hex(copy);
        } else if (value instanceof CharSequence || value instanceof GenericEnumSymbol<?>) {
            return value.toString();
        }
        return value;
    }

    private static String hex(byte[] bytes) {
        StringBuilder text = new StringBuilder("#");
        for (byte b : bytes) {
            text.append("%02x".formatted(b));
        }
        return text.toString();
    }
}
