package dev.annals.processor.gate;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.avro.Schema;

/** Guesses which field of an older record became which of a newer one: one is gone, and one of the same type is new. */
final class Renaming {

    private final Schema older;
    private final Schema newer;

    Renaming(Schema older, Schema newer) {
        this.older = older;
        this.newer = newer;
    }

    /** The former name of a field that is new. */
    Optional<String> formerName(List<String> path) {
        return within(path).flatMap(pair -> pair.onlyGone(last(path)));
    }

    /** The present name of a field that is gone. */
    Optional<String> newName(List<String> path) {
        return within(path).flatMap(pair -> pair.onlyNew(last(path)));
    }

    /** The present field that names one that is gone as its alias. */
    Optional<String> aliased(List<String> path) {
        return within(path)
                .flatMap(pair -> pair.newer.getFields().stream()
                        .filter(field -> field.aliases().contains(last(path)))
                        .map(Schema.Field::name)
                        .findFirst());
    }

    private static String last(List<String> path) {
        return path.get(path.size() - 1);
    }

    /** The two records that hold what a path leads to. */
    private Optional<Pair> within(List<String> path) {
        Optional<Pair> pair = Optional.of(new Pair(older, newer));
        for (String name : path.subList(0, path.size() - 1)) {
            pair = pair.flatMap(outer -> outer.below(name));
        }
        return pair;
    }

    private record Pair(Schema older, Schema newer) {

        Optional<Pair> below(String name) {
            return newer.getFields().stream()
                    .filter(now -> now.name().equals(name) || now.aliases().contains(name))
                    .findFirst()
                    .flatMap(this::below);
        }

        private Optional<Pair> below(Schema.Field now) {
            Optional<Schema> after = recordIn(now.schema());
            return Stream.concat(Stream.of(now.name()), now.aliases().stream())
                    .flatMap(name -> Stream.ofNullable(older.getField(name)))
                    .findFirst()
                    .flatMap(before -> recordIn(before.schema()))
                    .flatMap(before -> after.map(found -> new Pair(before, found)));
        }

        Optional<String> onlyGone(String added) {
            Schema.Field field = newer.getField(added);
            return field == null ? Optional.empty() : only(gone(), field.schema());
        }

        Optional<String> onlyNew(String removed) {
            Schema.Field field = older.getField(removed);
            return field == null ? Optional.empty() : only(added(), field.schema());
        }

        private static Optional<String> only(List<Schema.Field> fields, Schema type) {
            List<String> alike = fields.stream()
                    .filter(field -> Meaning.isSame(field.schema(), type))
                    .map(Schema.Field::name)
                    .toList();
            return alike.size() == 1 ? Optional.of(alike.get(0)) : Optional.empty();
        }

        private List<Schema.Field> gone() {
            return older.getFields().stream()
                    .filter(field -> newer.getFields().stream()
                            .noneMatch(now -> now.name().equals(field.name())
                                    || now.aliases().contains(field.name())))
                    .toList();
        }

        private List<Schema.Field> added() {
            List<Schema.Field> added = new ArrayList<>(newer.getFields());
            added.removeIf(field -> older.getField(field.name()) != null
                    || field.aliases().stream().anyMatch(alias -> older.getField(alias) != null));
            return added;
        }

        private static Optional<Schema> recordIn(Schema schema) {
            return switch (schema.getType()) {
                case RECORD -> Optional.of(schema);
                case ARRAY -> recordIn(schema.getElementType());
                case MAP -> recordIn(schema.getValueType());
                case UNION -> onlyRecord(schema.getTypes().stream());
                default -> Optional.empty();
            };
        }

        private static Optional<Schema> onlyRecord(Stream<Schema> branches) {
            List<Schema> records =
                    branches.flatMap(branch -> recordIn(branch).stream()).toList();
            return records.size() == 1 ? Optional.of(records.get(0)) : Optional.empty();
        }
    }
}
