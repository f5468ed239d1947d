package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.FieldPlan;
import org.jspecify.annotations.Nullable;

/** Reads a message whose fields were written in the order in which they are read. */
final class StraightPlan implements FieldPlan {

    private final Skipper skipper;

    /** What the reader does not have before each of its fields, and behind the last. */
    private final int[][] skips;

    /** Where each field is read from; null is its place, so that most fields cost no call. */
    private final @Nullable FieldSource[] sources;

    StraightPlan(Skipper skipper, int[][] skips, @Nullable FieldSource[] sources) {
        this.skipper = skipper;
        this.skips = skips;
        this.sources = sources;
    }

    @Override
    public AvroReader field(AvroReader in, int place) {
        pass(in, skips[place]);
        FieldSource source = sources[place];
        return source == null ? in : source.read(in);
    }

    @Override
    public void end(AvroReader in) {
        pass(in, skips[sources.length]);
    }

    private void pass(AvroReader in, int[] skip) {
        if (skip.length > 0) {
            skipper.skip(in, skip);
        }
    }
}
