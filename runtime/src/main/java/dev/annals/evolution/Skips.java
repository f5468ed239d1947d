package dev.annals.evolution;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.Schema;

/**
 * Compiles schemas into the steps that pass over their values. Each record is compiled once, however often it is met, so
 * that the steps are no more than the schema.
 */
final class Skips {

    private final Skipper skipper = new Skipper();
    private final Map<String, Integer> records = new HashMap<>();
    private final Set<Integer> withoutBytes = new HashSet<>();

    /** What the steps are run by; complete when all of them have been compiled. */
    Skipper skipper() {
        return skipper;
    }

    /** The steps over each of these by itself. */
    int[][] overEach(List<Schema> schemas) {
        return schemas.stream().map(schema -> over(List.of(schema))).toArray(int[][]::new);
    }

    /** The steps that pass over values of these schemas, one after another. */
    int[] over(List<Schema> schemas) {
        Steps steps = new Steps();
        schemas.forEach(schema -> add(schema, steps));
        return steps.toArray();
    }

    private void add(Schema schema, Steps steps) {
        switch (schema.getType()) {
            case NULL -> {}
            case BOOLEAN -> steps.addBytes(1);
            case INT, LONG, ENUM -> steps.add(Skipper.VARINT);
            case FLOAT -> steps.addBytes(Float.BYTES);
            case DOUBLE -> steps.addBytes(Double.BYTES);
            case FIXED -> steps.addBytes(schema.getFixedSize());
            case STRING, BYTES -> steps.add(Skipper.LENGTH);
            case ARRAY -> addBlocks(schema.getElementType(), steps, new Steps());
            case MAP -> addBlocks(schema.getValueType(), steps, new Steps().add(Skipper.LENGTH));
            case UNION -> addUnion(schema, steps);
            case RECORD -> addRecord(schema, steps);
        }
    }

    private void addBlocks(Schema item, Steps steps, Steps body) {
        add(item, body);
        steps.add(Skipper.BLOCKS).add(skipper.add(body.toArray()));
    }

    private void addUnion(Schema union, Steps steps) {
        steps.add(Skipper.UNION).add(union.getTypes().size());
        for (Schema branch : union.getTypes()) {
            steps.add(skipper.add(over(List.of(branch))));
        }
    }

    /** What takes no bytes takes no time either: records of records of nothing could be very many. */
    private void addRecord(Schema schema, Steps steps) {
        int routine = record(schema);
        if (!withoutBytes.contains(routine)) {
            steps.add(Skipper.RECORD).add(routine);
        }
    }

    private int record(Schema schema) {
        Integer known = records.get(schema.getFullName());
        if (known != null) {
            return known;
        }
        int routine = skipper.add(new int[0]);
        records.put(schema.getFullName(), routine);
        int[] steps = over(schema.getFields().stream().map(Schema.Field::schema).toList());
        if (steps.length == 0) {
            withoutBytes.add(routine);
        }
        skipper.set(routine, steps);
        return routine;
    }

    /** Steps as they are added. */
    private static final class Steps {
        private int[] steps = new int[8];
        private int length;
        private int lastBytes = -1;

        Steps add(int step) {
            if (length == steps.length) {
                steps = Arrays.copyOf(steps, 2 * length);
            }
            steps[length++] = step;
            return this;
        }

        /** Runs of bytes become one step. */
        void addBytes(int count) {
            if (lastBytes >= 0 && lastBytes == length - 1 && steps[lastBytes] <= Integer.MAX_VALUE - count) {
                steps[lastBytes] += count;
            } else if (count > 0) {
                add(Skipper.BYTES).add(count);
                lastBytes = length - 1;
            }
        }

        int[] toArray() {
            return Arrays.copyOf(steps, length);
        }
    }
}
