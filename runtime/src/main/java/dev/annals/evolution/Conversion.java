package dev.annals.evolution;

import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** How a value of the writer's schema becomes one of the reader's. */
sealed interface Conversion {

    /** The bytes of one are those of the other. */
    record Same(Schema writer) implements Conversion {}

    /** A number becomes one of a wider type that has other bytes. */
    record Promotion(Schema.Type from, Schema.Type to) implements Conversion {}

    /**
     * A symbol of an enum takes another place.
     *
     * @param places for each of the writer's symbols its place in the reader's enum, or -1
     * @param refusals for each of the writer's symbols what is wrong with one that has no place
     */
    record Symbols(List<Integer> places, List<String> refusals) implements Conversion {}

    /** No value of the writer's can be read. */
    record Refused(String message) implements Conversion {}

    /** A union: each of its branches in its own way. */
    record Branches(List<Conversion> branches, boolean intoUnion) implements Conversion {}

    /** A value becomes a branch of the reader's union. */
    record IntoBranch(int branch, Conversion value) implements Conversion {}

    /** An array, whose items change. */
    record Items(Conversion item) implements Conversion {}

    /** A map, whose values change. */
    record Entries(Conversion value) implements Conversion {}

    /** A record. It may hold itself, so it is made before its fields are. */
    final class Fields implements Conversion {
        private final Schema writer;
        private final List<Source> sources = new ArrayList<>();

        Fields(Schema writer) {
            this.writer = writer;
        }

        Schema writer() {
            return writer;
        }

        /** The schemas of the writer's fields. */
        List<Schema> schemas() {
            return writer.getFields().stream().map(Schema.Field::schema).toList();
        }

        List<Schema> schemas(int from, int to) {
            return schemas().subList(from, to);
        }

        Schema schema(int place) {
            return writer.getFields().get(place).schema();
        }

        /** Whether the reader has the writer's fields in their order, some of them aside. */
        boolean isInOrder() {
            int last = -1;
            for (Source source : sources) {
                if (source instanceof Written written) {
                    if (written.place() < last) {
                        return false;
                    }
                    last = written.place();
                }
            }
            return true;
        }

        /** Which of the writer's fields each of the reader's is, or -1. */
        int[] order() {
            return sources.stream()
                    .mapToInt(source -> source instanceof Written written ? written.place() : -1)
                    .toArray();
        }

        /** Where each of the reader's fields comes from, in their order. */
        List<Source> sources() {
            return sources;
        }
    }

    /** Where a field of the reader's comes from. */
    sealed interface Source {}

    /** A field of the writer's. */
    record Written(int place, Conversion conversion) implements Source {}

    /** The default of the reader's field, which the writer does not have. */
    record Default(Schema.Field field) implements Source {}
}
