package dev.annals.evolution;

import dev.annals.avro.AvroReader;
import dev.annals.avro.MalformedDataException;
import java.util.List;
import org.apache.avro.Schema;

/** The ways in which values of each kind are rewritten. */
@SuppressWarnings("ArrayRecordComponent") // None is compared with another.
final class Transcodings {

    private Transcodings() {}

    /** Takes the bytes as they are. */
    record Copy(Skipper skipper, int[] steps) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            int start = in.position();
            skipper.skip(in, steps);
            out.copy(in, start);
        }
    }

    /** Passes over what the reader does not have. */
    record Drop(Skipper skipper, int[] steps) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            skipper.skip(in, steps);
        }
    }

    /** Writes what the writer does not have. */
    record Insert(byte[] bytes) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            out.writeEncoded(bytes);
        }
    }

    /** Meets a value that cannot be read. */
    record Refuse(String message) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            throw refused(message);
        }
    }

    /** Gives a symbol the place that it has for the reader. */
    record Symbols(int[] places, List<String> refusals) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            int symbol = in.readInt();
            if (symbol < 0 || symbol >= places.length) {
                throw new MalformedDataException("Symbol " + symbol + " of an enum of " + places.length);
            }
            if (places[symbol] < 0) {
                throw refused(refusals.get(symbol));
            }
            out.writeLong(places[symbol]);
        }
    }

    /** Rewrites the branch of a union that is there. */
    record Branches(Transcoding[] branches) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            Transcoding branch = branches[in.readBranch(branches.length)];
            out.enter();
            branch.run(in, out);
            out.leave();
        }
    }

    /** Makes a value one of a union. */
    record IntoBranch(int branch, Transcoding value) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            out.writeLong(branch);
            value.run(in, out);
        }
    }

    /** Rewrites the items of an array, or the entries of a map. */
    record Blocks(Transcoding item) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            out.enter();
            long count;
            do {
                count = in.readBlockCount();
                out.writeLong(count);
                for (long i = 0; i < count; i++) {
                    int start = in.position();
                    item.run(in, out);
                    in.passItem(start);
                }
            } while (count > 0);
            out.leave();
        }
    }

    /** One after another. */
    record Sequence(Transcoding[] parts) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            for (Transcoding part : parts) {
                part.run(in, out);
            }
        }
    }

    /** Rewrites a record whose fields the reader has in another order: finds all of them, then takes each from its place. */
    record Reordered(Skipper skipper, int[][] fields, int[] order, Transcoding[] sources) implements Transcoding {
        @Override
        public void run(AvroReader in, Transcript out) {
            int[] places = new int[fields.length + 1];
            skipper.findPlaces(in, fields, places);
            for (int i = 0; i < sources.length; i++) {
                if (order[i] >= 0) {
                    in.moveTo(places[order[i]]);
                }
                sources[i].run(in, out);
            }
            in.moveTo(places[fields.length]);
        }
    }

    /** A record. It may hold itself, so it is made before its parts are. */
    static final class Fields implements Transcoding {
        private Transcoding parts = new Sequence(new Transcoding[0]);

        void set(Transcoding made) {
            parts = made;
        }

        @Override
        public void run(AvroReader in, Transcript out) {
            out.enter();
            parts.run(in, out);
            out.leave();
        }
    }

    /** Widens a number whose bytes change with it. */
    static Transcoding widening(Schema.Type from, Schema.Type to) {
        boolean toFloat = to == Schema.Type.FLOAT;
        return switch (from) {
            case INT ->
                toFloat ? (in, out) -> out.writeFloat(in.readInt()) : (in, out) -> out.writeDouble(in.readInt());
            case LONG ->
                toFloat
                        ? (in, out) -> out.writeFloat((float) in.readLong())
                        : (in, out) -> out.writeDouble((double) in.readLong());
            case FLOAT -> (in, out) -> out.writeDouble(in.readFloat());
            default -> throw new IllegalArgumentException("Not a number: " + from);
        };
    }

    private static MalformedDataException refused(String message) {
        return new MalformedDataException("A value that cannot be read: " + message);
    }
}
