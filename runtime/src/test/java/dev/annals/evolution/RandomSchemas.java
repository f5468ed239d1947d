package dev.annals.evolution;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.apache.avro.JsonProperties;
import org.apache.avro.Schema;

/**
 * Makes schemas up, and changes them as code does in time: fields come, go, move and get other names, numbers widen, enums and
 * unions grow and shrink. Only in ways that Avro's own resolution and ours see alike.
 */
final class RandomSchemas {

    private static final List<Schema.Type> PRIMITIVES = List.of(
            Schema.Type.BOOLEAN,
            Schema.Type.INT,
            Schema.Type.LONG,
            Schema.Type.FLOAT,
            Schema.Type.DOUBLE,
            Schema.Type.STRING,
            Schema.Type.BYTES);

    private final Random random;
    private int names;

    RandomSchemas(Random random) {
        this.random = random;
    }

    Schema message() {
        return record(3);
    }

    /** A later schema, or an earlier one, of the same message. */
    Schema changed(Schema schema) {
        return switch (schema.getType()) {
            case RECORD -> changedRecord(schema);
            case ENUM -> changedEnum(schema);
            case ARRAY -> Schema.createArray(changed(schema.getElementType()));
            case MAP -> Schema.createMap(changed(schema.getValueType()));
            case UNION -> changedUnion(schema);
            case INT -> sometimes() ? one(Schema.Type.LONG, Schema.Type.FLOAT, Schema.Type.DOUBLE) : schema;
            case LONG -> sometimes() ? one(Schema.Type.FLOAT, Schema.Type.DOUBLE) : schema;
            case FLOAT -> sometimes() ? one(Schema.Type.DOUBLE) : schema;
            case STRING -> sometimes() ? one(Schema.Type.BYTES) : schema;
            case FIXED -> schema;
            default -> sometimes() ? optional(schema) : schema;
        };
    }

    private Schema record(int depth) {
        Schema record = Schema.createRecord(name("R"), null, "n", false);
        List<Schema.Field> fields = new ArrayList<>();
        for (int i = random.nextInt(5); i >= 0; i--) {
            fields.add(new Schema.Field(name("f"), type(depth - 1)));
        }
        record.setFields(fields);
        return record;
    }

    private Schema type(int depth) {
        if (depth <= 0) {
            return primitive();
        }
        return switch (random.nextInt(9)) {
            case 0 -> record(depth);
            case 1 -> Schema.createArray(type(depth - 1));
            case 2 -> Schema.createMap(type(depth - 1));
            case 3 -> optional(random.nextBoolean() ? primitive() : record(depth - 1));
            case 4 ->
                Schema.createEnum(name("E"), null, "n", List.of("A", "B", "C"), random.nextBoolean() ? "B" : null);
            case 5 -> Schema.createFixed(name("F"), null, "n", random.nextInt(4));
            case 6 -> Schema.createUnion(record(depth - 1), record(0), Schema.create(Schema.Type.STRING));
            default -> primitive();
        };
    }

    private Schema primitive() {
        return Schema.create(PRIMITIVES.get(random.nextInt(PRIMITIVES.size())));
    }

    private Schema changedRecord(Schema schema) {
        Schema record = Schema.createRecord(schema.getName(), null, schema.getNamespace(), false);
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (!sometimes()) {
                fields.add(changedField(field));
            }
        }
        while (sometimes()) {
            fields.add(random.nextInt(fields.size() + 1), added());
        }
        if (sometimes()) {
            Collections.shuffle(fields, random);
        }
        record.setFields(fields);
        return record;
    }

    private Schema.Field changedField(Schema.Field field) {
        boolean isRenamed = sometimes();
        Schema.Field changed = new Schema.Field(isRenamed ? name("f") : field.name(), changed(field.schema()));
        if (isRenamed) {
            changed.addAlias(field.name());
        }
        return changed;
    }

    private Schema.Field added() {
        return switch (random.nextInt(4)) {
            case 0 -> new Schema.Field(name("f"), Schema.create(Schema.Type.STRING), null, "default");
            case 1 -> new Schema.Field(name("f"), Schema.create(Schema.Type.LONG), null, 1_000_000L);
            case 2 ->
                new Schema.Field(name("f"), Schema.createArray(Schema.create(Schema.Type.INT)), null, List.of(1, 2, 3));
            default -> new Schema.Field(name("f"), optional(record(1)), null, JsonProperties.NULL_VALUE);
        };
    }

    private Schema changedEnum(Schema schema) {
        List<String> symbols = new ArrayList<>(schema.getEnumSymbols());
        if (sometimes()) {
            symbols.remove("A");
        }
        if (sometimes()) {
            symbols.add(random.nextInt(symbols.size()), "D");
        }
        if (sometimes()) {
            Collections.shuffle(symbols, random);
        }
        return Schema.createEnum(schema.getName(), null, schema.getNamespace(), symbols, schema.getEnumDefault());
    }

    private Schema changedUnion(Schema schema) {
        List<Schema> branches = new ArrayList<>();
        schema.getTypes()
                .forEach(branch -> branches.add(branch.getType() == Schema.Type.RECORD ? changed(branch) : branch));
        Schema added = Schema.create(Schema.Type.BOOLEAN);
        if (sometimes() && branches.size() > 1) {
            branches.remove(Schema.create(random.nextBoolean() ? Schema.Type.NULL : Schema.Type.STRING));
        } else if (sometimes() && !branches.contains(added)) {
            branches.add(random.nextInt(branches.size() + 1), added);
        }
        if (sometimes()) {
            Collections.shuffle(branches, random);
        }
        return Schema.createUnion(branches);
    }

    private static Schema optional(Schema schema) {
        return Schema.createUnion(Schema.create(Schema.Type.NULL), schema);
    }

    private Schema one(Schema.Type... types) {
        return Schema.create(types[random.nextInt(types.length)]);
    }

    private boolean sometimes() {
        return random.nextInt(5) == 0;
    }

    private String name(String prefix) {
        return prefix + names++;
    }
}
