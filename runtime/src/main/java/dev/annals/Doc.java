package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says in the schema what something is. Without it, the Javadoc does: a type's comment and a component's {@code @param},
 * as plain text, where the compiler has the source.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Doc {

    /** The text; empty for none, also where there is Javadoc. */
    String value();
}
