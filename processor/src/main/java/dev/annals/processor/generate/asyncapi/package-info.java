/** The AsyncAPI document of a service: its topics. */
@NullMarked
package dev.annals.processor.generate.asyncapi;

import org.jspecify.annotations.NullMarked;
