package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives something another name in Avro schemas than in Java, so that either can change without the other. JSON keeps the
 * Java names.
 *
 * <ul>
 *   <li>On a component: the name of the field.
 *   <li>On a record or an enum: its simple name, in the namespace that it has anyway, or a full name, which has a dot.
 *   <li>On an enum constant: the symbol.
 * </ul>
 *
 * <p>What is called otherwise than before is something else to its readers, unless an {@link Alias} tells them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface AvroName {

    /** The name: letters from A to Z, digits and underscores, with no digit first. */
    String value();
}
