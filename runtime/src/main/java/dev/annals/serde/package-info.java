/** Messages as bytes: what is generated for each kind of message, and what is the same for all. */
@NullMarked
package dev.annals.serde;

import org.jspecify.annotations.NullMarked;
