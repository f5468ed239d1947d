package everything;

import dev.annals.schema.Framing;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageSerde;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.IndexedRecord;

/**
 * The events as an earlier version wrote them: with a field that has gone, in another order, with narrower numbers, and without
 * what may be absent.
 */
final class FormerHappenings {

    /** Reads them as today's events. */
    static final MessageSerde<Happening> SERDE;

    private static final Map<Class<?>, Schema> SCHEMAS = new LinkedHashMap<>();

    static {
        InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
        SERDE = new MessageSerde<>(new ArchiveEventCodec(), registry);
        for (Class<?> event : Happening.class.getPermittedSubclasses()) {
            Schema former = former(Happenings.published(event));
            SCHEMAS.put(event, former);
            registry.register(
                    List.of(new MessageSchema(former.getFullName(), 1, fingerprint(former), former.toString())));
        }
    }

    private FormerHappenings() {}

    /** The bytes of an event as the earlier version would have written it. */
    static byte[] write(Happening event) {
        Schema former = schema(event.getClass());
        byte[] bytes = Happenings.SERDE.write(event);
        IndexedRecord now = (IndexedRecord)
                PlainAvro.read(Happenings.published(event.getClass()), bytes, Framing.SINGLE_OBJECT.headerLength());
        GenericData.Record then = new GenericData.Record(former);
        then.put("gone", "with the wind");
        for (Schema.Field field : former.getFields()) {
            Schema.Field today = now.getSchema().getField(field.name());
            if (today != null) {
                then.put(field.name(), narrowed(now.get(today.pos()), field.schema()));
            }
        }
        return PlainAvro.write(former, then, Framing.SINGLE_OBJECT.header(fingerprint(former)));
    }

    /** The header of the messages of the type at this place, counted round. */
    static byte[] header(int place) {
        List<Schema> all = new ArrayList<>(SCHEMAS.values());
        return Framing.SINGLE_OBJECT.header(fingerprint(all.get(place % all.size())));
    }

    /** The place of a message's type. */
    static int place(byte[] message) {
        for (int i = 0; i < SCHEMAS.size(); i++) {
            if (Arrays.equals(header(i), Arrays.copyOf(message, header(i).length))) {
                return i;
            }
        }
        throw new IllegalArgumentException("Not a message of an earlier version");
    }

    private static Schema schema(Class<?> event) {
        Schema schema = SCHEMAS.get(event);
        if (schema == null) {
            throw new IllegalArgumentException("Not an event: " + event);
        }
        return schema;
    }

    private static Schema former(Schema now) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : now.getFields()) {
            if (!field.hasDefaultValue()) {
                fields.add(0, new Schema.Field(field.name(), narrower(field.schema())));
            }
        }
        fields.add(fields.size() / 2, new Schema.Field("gone", Schema.create(Schema.Type.STRING)));
        return Schema.createRecord(now.getName(), null, now.getNamespace(), false, fields);
    }

    private static Schema narrower(Schema schema) {
        if (schema.getType() == Schema.Type.LONG && schema.getProp("logicalType") == null) {
            return Schema.create(Schema.Type.INT);
        }
        return schema.getType() == Schema.Type.DOUBLE ? Schema.create(Schema.Type.FLOAT) : schema;
    }

    private static Object narrowed(Object value, Schema schema) {
        if (schema.getType() == Schema.Type.INT && value instanceof Long number) {
            return number.intValue();
        }
        return value instanceof Double number ? (Object) number.floatValue() : value;
    }

    private static long fingerprint(Schema schema) {
        return SchemaNormalization.parsingFingerprint64(schema);
    }
}
