package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names that something had in earlier schemas, so that what was written with those can be read.
 *
 * <ul>
 *   <li>On a component: former names of the field.
 *   <li>On a record or an enum: former full names, or simple names in the same namespace.
 * </ul>
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Alias {

    /** The former names, as they stood in Avro schemas. */
    String[] value();
}
