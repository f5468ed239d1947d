package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Gives a {@code BigDecimal} or {@code BigInteger} a fixed number of digits: Avro's logical type {@code decimal}, which
 * every Avro library knows, in place of {@code big-decimal}, which keeps the scale with each number.
 *
 * <p>It stands before a component, or before the type inside another one: {@code List<@Decimal(precision = 9, scale = 2)
 * BigDecimal>}.
 *
 * <p>A number with fewer digits behind the point is read as one with exactly {@code scale} of them; one that has more, or
 * more than {@code precision} in all, is never rounded but refused: with 400 where it comes by HTTP, and with an {@link
 * IllegalArgumentException} where it is written.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE_USE})
public @interface Decimal {

    /** The most digits that a number may have, those behind the point among them; at least 1. */
    int precision();

    /** The digits behind the point, from 0 to the precision; for a {@code BigInteger} always 0. */
    int scale() default 0;
}
