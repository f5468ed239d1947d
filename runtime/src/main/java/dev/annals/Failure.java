package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks an event, or a sealed group of events, as a refusal that is worth recording.
 *
 * <p>It is written to the events topic like any other, but changes no state, needs no {@code evolve}, and does not
 * advance the entity's version. HTTP answers it with 422 and {@code "_isError": true}.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Failure {}
