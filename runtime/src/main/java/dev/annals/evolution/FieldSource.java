package dev.annals.evolution;

import dev.annals.avro.AvroReader;

/** Where a field of a message is read from, when the message's reader stands at what was written of it. */
@FunctionalInterface
interface FieldSource {

    AvroReader read(AvroReader in);

    /** From bytes that are always the same. */
    static FieldSource constant(byte[] bytes) {
        return in -> new AvroReader(bytes, 0);
    }

    /** From what is made of it. */
    static FieldSource rewritten(Transcoding transcoding) {
        return in -> {
            Transcript out = new Transcript(in);
            transcoding.run(in, out);
            return out.reader();
        };
    }
}
