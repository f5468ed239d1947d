package dev.annals.evolution;

import static dev.annals.evolution.SchemaText.describe;

import dev.annals.evolution.Conversion.Branches;
import dev.annals.evolution.Conversion.IntoBranch;
import dev.annals.evolution.Incompatibility.Kind;
import java.util.ArrayList;
import java.util.List;
import org.apache.avro.Schema;

/** Compares schemas of which one or both are unions. */
final class UnionResolver {

    private final Resolver values;
    private final Findings findings;

    UnionResolver(Resolver values, Findings findings) {
        this.values = values;
        this.findings = findings;
    }

    Conversion resolve(Schema writer, Schema reader) {
        if (!writer.isUnion()) {
            return intoUnion(writer, reader, onlyValue(reader));
        }
        // Two that are optional are compared by what they hold, so that what differs is named.
        boolean areOptional = onlyValue(writer) >= 0 && (!reader.isUnion() || onlyValue(reader) >= 0);
        if (!areOptional && !haveBranchInCommon(writer, reader)) {
            return unreadable(writer, reader);
        }
        List<Conversion> branches = new ArrayList<>();
        for (Schema branch : writer.getTypes()) {
            branches.add(branch(branch, reader, areOptional && branch.getType() != Schema.Type.NULL));
        }
        return new Branches(branches, reader.isUnion());
    }

    private Conversion branch(Schema writer, Schema reader, boolean isOnlyValue) {
        if (reader.isUnion()) {
            int place = isOnlyValue ? onlyValue(reader) : Names.branch(writer, reader);
            return place < 0 ? lacking(writer, reader) : into(place, writer, reader);
        }
        return isOnlyValue || fits(writer, reader) ? values.resolve(writer, reader) : lacking(writer, reader);
    }

    private Conversion intoUnion(Schema writer, Schema reader, int onlyValue) {
        int place = Names.branch(writer, reader);
        if (place < 0 && writer.getType() != Schema.Type.NULL) {
            place = onlyValue;
        }
        return place < 0 ? unreadable(writer, reader) : into(place, writer, reader);
    }

    private Conversion into(int place, Schema writer, Schema reader) {
        return new IntoBranch(place, values.resolve(writer, reader.getTypes().get(place)));
    }

    private Conversion lacking(Schema writer, Schema reader) {
        return writer.getType() == Schema.Type.NULL
                ? findings.refuse(
                        Kind.NULL, reader, "may be written as null, and is read as " + describe(reader) + " only")
                : findings.refuse(
                        Kind.BRANCH,
                        reader,
                        "may be written as %s, and is read as %s only".formatted(describe(writer), describe(reader)));
    }

    private Conversion unreadable(Schema writer, Schema reader) {
        return findings.refuse(
                Kind.TYPE, writer, "is written as %s and read as %s".formatted(describe(writer), describe(reader)));
    }

    private static boolean haveBranchInCommon(Schema writer, Schema reader) {
        return writer.getTypes().stream()
                .anyMatch(branch -> reader.isUnion() ? Names.branch(branch, reader) >= 0 : fits(branch, reader));
    }

    /** Whether a value of the one can be of the other; what differs within them is for later. */
    private static boolean fits(Schema writer, Schema reader) {
        return SchemaText.isNamed(writer)
                ? writer.getType() == reader.getType() && Names.match(writer, reader)
                : writer.getType() == reader.getType() || Promotions.allow(writer, reader);
    }

    /** The place of the one branch that is not null, or -1 where there is not one. */
    private static int onlyValue(Schema union) {
        int found = -1;
        for (int place = 0; place < union.getTypes().size(); place++) {
            if (union.getTypes().get(place).getType() != Schema.Type.NULL) {
                if (found >= 0) {
                    return -1;
                }
                found = place;
            }
        }
        return found;
    }
}
