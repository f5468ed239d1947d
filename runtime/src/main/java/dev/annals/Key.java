package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks the key of the entity that a command is for: an accessor of the commands interface, or a component of each
 * command record.
 *
 * <p>A key is a {@code String}, {@code UUID}, {@code int}, {@code long}, an enum, or a record of one such component.
 * Commands of one key are decided one after another.
 *
 * <p>In a {@link Projection} that folds, marks the static methods that derive its key from events.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.METHOD, ElementType.RECORD_COMPONENT})
public @interface Key {}
