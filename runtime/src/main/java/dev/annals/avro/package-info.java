/** Avro binary, written to and read from byte arrays by generated code. */
@NullMarked
package dev.annals.avro;

import org.jspecify.annotations.NullMarked;
