/** Builds what was built from events again from them: stores and snapshot topics, compared with what is there. */
@NullMarked
package dev.annals.rebuild;

import org.jspecify.annotations.NullMarked;
