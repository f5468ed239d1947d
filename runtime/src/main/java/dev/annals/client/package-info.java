/** Calls of another service's HTTP API, with its own types: what generated clients are made of. */
@NullMarked
package dev.annals.client;

import org.jspecify.annotations.NullMarked;
