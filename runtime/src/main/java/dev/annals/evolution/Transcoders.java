package dev.annals.evolution;

import dev.annals.evolution.Conversion.Written;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;

/** Makes conversions into what carries them out; those of records once for each record. */
final class Transcoders {

    private final Skips skips;
    private final Map<Conversion.Fields, Transcodings.Fields> records = new HashMap<>();

    Transcoders(Skips skips) {
        this.skips = skips;
    }

    /** What rewrites a value of this schema. */
    Transcoding of(Conversion conversion, Schema written) {
        if (!Changes.in(conversion)) {
            return copy(List.of(written));
        } else if (conversion instanceof Conversion.Promotion promotion) {
            return Transcodings.widening(promotion.from(), promotion.to());
        } else if (conversion instanceof Conversion.Symbols symbols) {
            int[] places = symbols.places().stream().mapToInt(Integer::intValue).toArray();
            return new Transcodings.Symbols(places, symbols.refusals());
        } else if (conversion instanceof Conversion.IntoBranch into) {
            return new Transcodings.IntoBranch(into.branch(), of(into.value(), written));
        } else if (conversion instanceof Conversion.Branches branches) {
            return branches(branches, written);
        } else if (conversion instanceof Conversion.Items items) {
            return new Transcodings.Blocks(of(items.item(), written.getElementType()));
        } else if (conversion instanceof Conversion.Entries entries) {
            Transcoding key = copy(List.of(Schema.create(Schema.Type.STRING)));
            Transcoding value = of(entries.value(), written.getValueType());
            return new Transcodings.Blocks(new Transcodings.Sequence(new Transcoding[] {key, value}));
        } else if (conversion instanceof Conversion.Fields fields) {
            return record(fields);
        }
        return new Transcodings.Refuse(((Conversion.Refused) conversion).message());
    }

    private Transcoding branches(Conversion.Branches conversion, Schema written) {
        Transcoding[] branches = new Transcoding[conversion.branches().size()];
        for (int i = 0; i < branches.length; i++) {
            branches[i] = of(conversion.branches().get(i), written.getTypes().get(i));
        }
        return new Transcodings.Branches(branches);
    }

    private Transcoding record(Conversion.Fields fields) {
        Transcodings.Fields known = records.get(fields);
        if (known != null) {
            return known;
        }
        Transcodings.Fields made = new Transcodings.Fields();
        records.put(fields, made);
        made.set(fields.isInOrder() ? inOrder(fields) : reordered(fields));
        return made;
    }

    /** Fields that stay are copied together with their neighbours. */
    private Transcoding inOrder(Conversion.Fields fields) {
        List<Transcoding> parts = new ArrayList<>();
        List<Schema> same = new ArrayList<>();
        int next = 0;
        for (Conversion.Source source : fields.sources()) {
            boolean stays =
                    source instanceof Written written && written.place() == next && !Changes.in(written.conversion());
            if (stays) {
                same.add(fields.schema(next++));
                continue;
            }
            flush(same, parts);
            if (source instanceof Written written) {
                drop(fields.schemas(next, written.place()), parts);
                next = written.place() + 1;
            }
            parts.add(source(source, fields));
        }
        flush(same, parts);
        drop(fields.schemas(next, fields.schemas().size()), parts);
        return new Transcodings.Sequence(parts.toArray(Transcoding[]::new));
    }

    private Transcoding reordered(Conversion.Fields fields) {
        Transcoding[] sources =
                fields.sources().stream().map(source -> source(source, fields)).toArray(Transcoding[]::new);
        return new Transcodings.Reordered(skips.skipper(), skips.overEach(fields.schemas()), fields.order(), sources);
    }

    private Transcoding source(Conversion.Source source, Conversion.Fields fields) {
        return source instanceof Written written
                ? of(written.conversion(), fields.schema(written.place()))
                : new Transcodings.Insert(Defaults.bytes(((Conversion.Default) source).field()));
    }

    private void flush(List<Schema> same, List<Transcoding> parts) {
        if (!same.isEmpty()) {
            parts.add(copy(List.copyOf(same)));
            same.clear();
        }
    }

    private void drop(List<Schema> removed, List<Transcoding> parts) {
        if (!removed.isEmpty()) {
            parts.add(new Transcodings.Drop(skips.skipper(), skips.over(removed)));
        }
    }

    private Transcoding copy(List<Schema> schemas) {
        return new Transcodings.Copy(skips.skipper(), skips.over(schemas));
    }
}
