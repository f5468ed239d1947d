package dev.annals.evolution;

import dev.annals.evolution.Conversion.Branches;
import dev.annals.evolution.Conversion.Default;
import dev.annals.evolution.Conversion.Entries;
import dev.annals.evolution.Conversion.Fields;
import dev.annals.evolution.Conversion.IntoBranch;
import dev.annals.evolution.Conversion.Items;
import dev.annals.evolution.Conversion.Same;
import dev.annals.evolution.Conversion.Source;
import dev.annals.evolution.Conversion.Written;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Finds whether a conversion changes any byte; where it does not, what was written is read as it is. */
final class Changes {

    /** Records that have been looked at, or that are being looked at further up. */
    private final Set<Fields> seen = new HashSet<>();

    private Changes() {}

    static boolean in(Conversion conversion) {
        return new Changes().changes(conversion);
    }

    private boolean changes(Conversion conversion) {
        if (conversion instanceof Same) {
            return false;
        } else if (conversion instanceof Items items) {
            return changes(items.item());
        } else if (conversion instanceof Entries entries) {
            return changes(entries.value());
        } else if (conversion instanceof Branches branches) {
            return changes(branches);
        } else if (conversion instanceof Fields fields) {
            return seen.add(fields) && changes(fields);
        }
        return true;
    }

    private boolean changes(Branches branches) {
        if (!branches.intoUnion()) {
            return true;
        }
        for (int place = 0; place < branches.branches().size(); place++) {
            boolean stays = branches.branches().get(place) instanceof IntoBranch into
                    && into.branch() == place
                    && !changes(into.value());
            if (!stays) {
                return true;
            }
        }
        return false;
    }

    private boolean changes(Fields fields) {
        List<Source> sources = fields.sources();
        if (sources.size() != fields.writer().getFields().size()) {
            return true;
        }
        for (int place = 0; place < sources.size(); place++) {
            if (sources.get(place) instanceof Default) {
                return true;
            }
            Written written = (Written) sources.get(place);
            if (written.place() != place || changes(written.conversion())) {
                return true;
            }
        }
        return false;
    }
}
