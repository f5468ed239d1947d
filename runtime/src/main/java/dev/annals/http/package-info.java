/** The HTTP interface of a service: commands in, entities out, and every error a problem document. */
@NullMarked
package dev.annals.http;

import org.jspecify.annotations.NullMarked;
