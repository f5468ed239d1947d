package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * What stands in for something that a reader does not find.
 *
 * <ul>
 *   <li>On a component: its value where a message was written before the component was there, and in a command in JSON
 *       that leaves it out.
 *   <li>On an enum constant, without a value: the constant that symbols are read as which this version does not know.
 * </ul>
 *
 * <p>Components that are {@code Optional} or {@code @Nullable} are absent by default, and take no other.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.FIELD})
public @interface Default {

    /**
     * The value, as JSON that HTTP would take for the component: {@code "3"}, {@code "[]"}, {@code "{\"amount\": 0}"}.
     * Where JSON has a string, its quotes may be left out: {@code "EUR"}. It is checked when the domain is compiled.
     */
    String value() default "";
}
