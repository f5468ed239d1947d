package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose {@code on} methods answer events with commands.
 *
 * <p>Each takes an event of an aggregate that {@link #from} names, and may take an {@link EventContext} after it. It returns a
 * command of an aggregate that {@link #to} names, an {@code Optional} of one, or a {@code Collection}. The most specific method
 * is called; events for which there is none are passed over. Methods are static, or the class has a constructor without
 * parameters; they look at their arguments alone, because they are called again where a transaction was aborted. What has to be
 * remembered from one event to the next is an aggregate of its own.
 *
 * <p>Events are read and commands are written in one transaction: exactly once. A command's id is made from the reaction, the
 * event's topic, its entity and its version, so that an event which is read again does not command twice, as long as its outcome
 * is kept ({@code commands.deduplication.window.ms}). Correlation, trace and subject go on with it, and its cause is the event.
 *
 * <p>Commands that lead to events that lead to the same commands are an error of compilation, and are cut off when it runs
 * ({@code reactions.max.hops}). All of it is checked when it is compiled.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Reaction {

    /**
     * The service that it belongs to: one that has an aggregate or a projection in the same compilation. Where nothing in it is of either
     * kind, any: a service may have nothing else.
     */
    String service();

    /** Its name, which nothing else of the service has: part of its commands' ids, and of its topic of dead letters. */
    String name();

    /**
     * The snapshots of the aggregates whose events it answers, of this service or of others; or interfaces that events of others are read
     * as ({@link External}).
     */
    Class<?>[] from();

    /**
     * The snapshots of the aggregates whose commands it gives, of this service or of others; or interfaces that commands for others are
     * written as ({@link External}).
     */
    Class<?>[] to();

    /**
     * Where it begins when it runs for the first time. With all events that there ever were it gives commands for what is long
     * over, so that is to be said.
     */
    Start start() default Start.NOW;

    /** Whether it is meant that events lead to their like again; it must then be what it decides that ends it. */
    boolean loops() default false;
}
