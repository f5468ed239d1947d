package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that gives commands when it is time: at a regular {@link #every interval}, or by a {@link #cron} expression.
 *
 * <p>It returns a command of an aggregate that {@link #to} names, an {@code Optional} of one, or a {@code Collection}, and may take an
 * {@code Instant}: the time that it is called for, which is the same whoever calls it, and however late.
 *
 * <p>One instance of the service at a time calls it. That a time is over, and the commands, are written in one transaction: once. Of
 * times that went by while no instance ran, the last one is made up for. It begins with the first time after its first start.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface Scheduled {

    /**
     * The service that it belongs to: one that has an aggregate or a projection in the same compilation. Where nothing in it is of either
     * kind, any: a service may have nothing else.
     */
    String service();

    /** Its name, which nothing else of the service has. */
    String name();

    /**
     * The snapshots of the aggregates whose commands it gives, of this service or of others; or interfaces that commands for others are
     * written as ({@link External}).
     */
    Class<?>[] to();

    /** The interval, as ISO 8601 has it: {@code PT15M}. Times are its multiples since 1970 in UTC. A second at the least. */
    String every() default "";

    /**
     * The times, as five fields of Unix' cron: minute, hour, day of the month, month, day of the week. {@code 0 8 * * MON-FRI} is eight
     * o'clock on working days.
     */
    String cron() default "";

    /** The time zone of the cron expression: {@code Europe/Berlin}. */
    String zone() default "UTC";
}
