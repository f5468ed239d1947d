package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.MalformedDataException;
import java.util.Arrays;

/**
 * Passes over values that are not read, or that are copied as they are. Each kind of step is a number, with its operands
 * behind it, so that one loop without calls through interfaces does it all.
 */
final class Skipper {

    /** An int, a long or a symbol. */
    static final int VARINT = 0;

    /** A length, and as many bytes. */
    static final int LENGTH = 1;

    /** As many bytes as the operand says. */
    static final int BYTES = 2;

    /** Blocks of items; the operand is the routine of an item. */
    static final int BLOCKS = 3;

    /** A branch; the operands are the number of branches and the routine of each. */
    static final int UNION = 4;

    /** A record; the operand is its routine. */
    static final int RECORD = 5;

    /**
     * How deep values are passed over: what may be nested deepest for a reader, at five levels (say an optional list of
     * records) for each. A thread's stack holds many times as many.
     */
    static final int DEEPEST = 5 * AvroReader.DEEPEST_NESTING;

    private int[][] routines = new int[8][];
    private int count;

    /** Adds the steps of an item, a branch or a record. */
    int add(int[] routine) {
        if (count == routines.length) {
            routines = Arrays.copyOf(routines, 2 * count);
        }
        routines[count] = routine;
        return count++;
    }

    void set(int place, int[] routine) {
        routines[place] = routine;
    }

    /** Most fields hold no others, and for those this is small enough for the compiler to put it where it is called. */
    void skip(AvroReader in, int[] steps) {
        for (int i = 0; i < steps.length; i++) {
            if (steps[i] == LENGTH) {
                in.skipBytes();
            } else if (steps[i] == VARINT) {
                in.skipVarint();
            } else {
                skip(in, steps, i, 0);
                return;
            }
        }
    }

    private void skip(AvroReader in, int[] steps, int first, int depth) {
        requireNotTooDeep(depth);
        for (int i = first; i < steps.length; i++) {
            switch (steps[i]) {
                case VARINT -> in.skipVarint();
                case LENGTH -> in.skipBytes();
                case BYTES -> in.skip(steps[++i]);
                case BLOCKS -> skipBlocks(in, routines[steps[++i]], depth + 1);
                case RECORD -> skip(in, routines[steps[++i]], 0, depth + 1);
                case UNION -> {
                    int branches = steps[++i];
                    skip(in, routines[steps[i + 1 + in.readBranch(branches)]], 0, depth + 1);
                    i += branches;
                }
                default -> throw new IllegalStateException("No such step: " + steps[i]);
            }
        }
    }

    /** Passes over fields, and notes where each of them is, and behind the last where they end. */
    void findPlaces(AvroReader in, int[][] fields, int[] places) {
        for (int field = 0; field < fields.length; field++) {
            places[field] = in.position();
            skip(in, fields[field]);
        }
        places[fields.length] = in.position();
    }

    /**
     * Holds a depth against the limit.
     *
     * @throws MalformedDataException when it is beyond
     */
    static void requireNotTooDeep(int depth) {
        if (depth > DEEPEST) {
            throw new MalformedDataException("Values nested more than " + DEEPEST + " deep");
        }
    }

    private void skipBlocks(AvroReader in, int[] item, int depth) {
        for (long count = in.readBlockCount(); count > 0; count = in.readBlockCount()) {
            for (long i = 0; i < count; i++) {
                int start = in.position();
                skip(in, item, 0, depth);
                in.passItem(start);
            }
        }
    }
}
