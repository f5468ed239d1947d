package dev.annals.evolution;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.avro.Schema;
import org.jspecify.annotations.Nullable;

/** Matches what was written with what is read by exact name or declared alias, and never by shape. */
final class Names {

    private Names() {}

    /** Whether a record, an enum or a fixed of the writer's is the reader's under this or an earlier name. */
    static boolean match(Schema writer, Schema reader) {
        return writer.getFullName().equals(reader.getFullName())
                || reader.getAliases().contains(writer.getFullName());
    }

    /**
     * The writer's field for each of the reader's, and null for one that it lacks. A name goes before an alias, so that a
     * new field may take a name that another field had.
     */
    static Schema.@Nullable Field[] fields(Schema writer, Schema reader) {
        List<Schema.Field> wanted = reader.getFields();
        Schema.@Nullable Field[] found = new Schema.Field[wanted.size()];
        Set<Schema.Field> taken = new HashSet<>();
        for (Schema.Field field : wanted) {
            found[field.pos()] = take(writer.getField(field.name()), taken);
        }
        for (Schema.Field field : wanted) {
            for (String alias : field.aliases()) {
                if (found[field.pos()] == null) {
                    found[field.pos()] = take(writer.getField(alias), taken);
                }
            }
        }
        return found;
    }

    private static Schema.@Nullable Field take(Schema.@Nullable Field field, Set<Schema.Field> taken) {
        return field != null && taken.add(field) ? field : null;
    }

    /** The place of the branch of the reader's union that a value of the writer's schema belongs to, or -1. */
    static int branch(Schema writer, Schema union) {
        return SchemaText.isNamed(writer) ? namedBranch(writer, union) : unnamedBranch(writer, union);
    }

    private static int namedBranch(Schema writer, Schema union) {
        Integer exact = union.getIndexNamed(writer.getFullName());
        if (exact != null) {
            return exact;
        }
        for (Schema branch : union.getTypes()) {
            if (SchemaText.isNamed(branch) && match(writer, branch)) {
                return union.getTypes().indexOf(branch);
            }
        }
        return -1;
    }

    private static int unnamedBranch(Schema writer, Schema union) {
        for (int place = 0; place < union.getTypes().size(); place++) {
            if (union.getTypes().get(place).getType() == writer.getType()) {
                return place;
            }
        }
        for (int place = 0; place < union.getTypes().size(); place++) {
            if (Promotions.allow(writer, union.getTypes().get(place))) {
                return place;
            }
        }
        return -1;
    }
}
