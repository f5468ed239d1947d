/** What starts a generated service, keeps it running and stops it in order. */
@NullMarked
package dev.annals.app;

import org.jspecify.annotations.NullMarked;
