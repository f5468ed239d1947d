package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as the snapshot and the decider of an event-sourced aggregate.
 *
 * <p>The record has one {@code decide} method for each command and one {@code evolve} method for each event that is not
 * a {@link Failure}; the annotation processor checks that, and generates the service that runs them.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface EventSourced {

    /** The service that this aggregate belongs to: the first part of its topics, and the Kafka Streams application id. */
    String service();

    /**
     * The aggregate's name, usually a plural: the second part of its topics and the first of its routes. Left out, topics
     * are {@code {service}.commands} and so on, and routes start at {@code /}.
     */
    String name() default "";

    /** The sealed interface whose leaves are the commands. */
    Class<?> commands();

    /** The sealed interface whose leaves are the events. */
    Class<?> events();

    /**
     * Whether the events of each entity are kept so that they can be found by its key: {@code GET /{name}/one/{key}/events}
     * and {@code GET /{name}/one/{key}?version=n}. It costs a second store with a copy of every event that changes state, and
     * begins with the events that are recorded from then on.
     */
    boolean history() default false;
}
