/** TLS, from key stores. */
@NullMarked
package dev.annals.tls;

import org.jspecify.annotations.NullMarked;
