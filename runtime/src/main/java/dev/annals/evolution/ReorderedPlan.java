package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.FieldPlan;
import org.jspecify.annotations.Nullable;

/** Reads a message whose fields were written in another order: those that are passed over are remembered. */
final class ReorderedPlan implements FieldPlan {

    private final Skipper skipper;

    /** What passes over each of the writer's fields. */
    private final int[][] skips;

    /** Which of the writer's fields each of the reader's is, or -1. */
    private final int[] order;

    private final @Nullable FieldSource[] sources;

    ReorderedPlan(Skipper skipper, int[][] skips, int[] order, @Nullable FieldSource[] sources) {
        this.skipper = skipper;
        this.skips = skips;
        this.order = order;
        this.sources = sources;
    }

    @Override
    public AvroReader field(AvroReader in, int place) {
        if (order[place] >= 0) {
            in.moveTo(places(in)[order[place]]);
        }
        FieldSource source = sources[place];
        return source == null ? in : source.read(in);
    }

    @Override
    public void end(AvroReader in) {
        in.moveTo(places(in)[skips.length]);
    }

    /** The place of each of the writer's fields and of the end, found once for a message. */
    private int[] places(AvroReader in) {
        int[] places = in.places(skips.length + 1);
        if (places[skips.length] == 0) {
            skipper.findPlaces(in, skips, places);
        }
        return places;
    }
}
