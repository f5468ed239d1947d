/** Who asks, and what they may: the hook for authentication. */
@NullMarked
package dev.annals.auth;

import org.jspecify.annotations.NullMarked;
