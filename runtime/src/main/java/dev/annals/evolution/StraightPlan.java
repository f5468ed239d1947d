package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.FieldPlan;
import org.jspecify.annotations.Nullable;

/** Reads a message whose fields were written in the order in which they are read. */
final class StraightPlan implements FieldPlan {

    /** What there is to do before each field and after the last; null is nothing, so that most fields cost next to nothing. */
    private final @Nullable Step[] steps;

    /** Passes over what the reader does not have, and says where the field is read from; null is where its reader stands. */
    @SuppressWarnings("ArrayRecordComponent") // None is compared with another.
    private record Step(
            Skipper skipper, int[] skip, @Nullable FieldSource source) {
        AvroReader take(AvroReader in) {
            skipper.skip(in, skip);
            return source == null ? in : source.read(in);
        }
    }

    /**
     * A plan for as many fields as there are sources.
     *
     * @param skips what the reader does not have before each field, and behind the last
     * @param sources where each field is read from; null is its place
     */
    StraightPlan(Skipper skipper, int[][] skips, @Nullable FieldSource[] sources) {
        steps = new Step[skips.length];
        for (int place = 0; place < skips.length; place++) {
            FieldSource source = place < sources.length ? sources[place] : null;
            if (skips[place].length > 0 || source != null) {
                steps[place] = new Step(skipper, skips[place], source);
            }
        }
    }

    @Override
    public AvroReader field(AvroReader in, int place) {
        Step step = steps[place];
        return step == null ? in : step.take(in);
    }

    @Override
    public void end(AvroReader in) {
        Step step = steps[steps.length - 1];
        if (step != null) {
            step.take(in);
        }
    }
}
