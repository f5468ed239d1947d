/** The OpenAPI document of a service: its HTTP interface. */
@NullMarked
package dev.annals.processor.generate.openapi;

import org.jspecify.annotations.NullMarked;
