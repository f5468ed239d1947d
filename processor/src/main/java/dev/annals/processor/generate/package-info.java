/** Turns a model into the text of files, one generator for each kind of file; knows nothing of the compiler. */
@NullMarked
package dev.annals.processor.generate;

import org.jspecify.annotations.NullMarked;
