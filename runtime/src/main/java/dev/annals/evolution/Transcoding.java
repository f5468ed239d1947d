package dev.annals.evolution;

import dev.annals.avro.AvroReader;

/** Rewrites a value of the writer's schema into the reader's. Immutable once it is made, and used by several threads. */
@FunctionalInterface
interface Transcoding {

    void run(AvroReader in, Transcript out);
}
