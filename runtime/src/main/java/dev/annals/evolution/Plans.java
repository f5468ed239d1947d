package dev.annals.evolution;

import dev.annals.avro.FieldPlan;
import dev.annals.evolution.Conversion.Default;
import dev.annals.evolution.Conversion.Fields;
import dev.annals.evolution.Conversion.Source;
import dev.annals.evolution.Conversion.Written;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Makes the plan of a message. */
final class Plans {

    private final Skips skips = new Skips();
    private final Transcoders transcoders = new Transcoders(skips);
    private final Fields fields;

    private Plans(Fields fields) {
        this.fields = fields;
    }

    static FieldPlan of(Fields fields) {
        Plans plans = new Plans(fields);
        return fields.isInOrder() ? plans.straight() : plans.reordered();
    }

    private FieldPlan straight() {
        List<Source> sources = fields.sources();
        int[][] passed = new int[sources.size() + 1][];
        int next = 0;
        for (int place = 0; place < sources.size(); place++) {
            int wanted = sources.get(place) instanceof Written written ? written.place() : next;
            passed[place] = skips.over(fields.schemas(next, wanted));
            next = sources.get(place) instanceof Written ? wanted + 1 : next;
        }
        passed[sources.size()] =
                skips.over(fields.schemas(next, fields.schemas().size()));
        return new StraightPlan(skips.skipper(), passed, fieldSources());
    }

    private FieldPlan reordered() {
        return new ReorderedPlan(skips.skipper(), skips.overEach(fields.schemas()), fields.order(), fieldSources());
    }

    private @Nullable FieldSource[] fieldSources() {
        @Nullable FieldSource[] made = new FieldSource[fields.sources().size()];
        for (int place = 0; place < made.length; place++) {
            made[place] = source(fields.sources().get(place));
        }
        return made;
    }

    private @Nullable FieldSource source(Source source) {
        if (source instanceof Default added) {
            return FieldSource.constant(Defaults.bytes(added.field()));
        }
        Written written = (Written) source;
        return Changes.in(written.conversion())
                ? FieldSource.rewritten(transcoders.of(written.conversion(), fields.schema(written.place())))
                : null;
    }
}
