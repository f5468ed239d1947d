package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose {@code on} methods do something outside Kafka when something has happened: send mail, tell another system,
 * fill a search index.
 *
 * <p>Each method returns nothing, takes an event of an aggregate that {@link #from} names, and may take an {@link EventContext}
 * after it. The most specific one is called; events for which there is none are passed over. They may throw anything.
 *
 * <p>Events are handled <em>at least once</em>: after a failure or a move some come again, and {@link EventContext#messageId()} tells
 * which. Those of one entity come in order, one after another; those of different entities at the same time, a bounded number. A method
 * that throws is called again, with growing pauses in between; in the end the event is a dead letter, and the next one of its entity
 * comes. Other entities do not wait for that.
 *
 * <p>The class has one constructor. What it takes is passed to the service's generated {@code builder()}. Where the class is {@code
 * AutoCloseable}, it is closed when the service stops. A method {@code void onCaughtUp()} is called once, when all events that there were
 * when the service started have been handled.
 *
 * <p>It runs in a consumer group of its own, {@code {service}-{name}}, on all instances.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Subscription {

    /**
     * The service that it belongs to: one that has an aggregate or a projection in the same compilation. Where nothing in it is of either
     * kind, any: a service may have nothing else.
     */
    String service();

    /** Its name, which nothing else of the service has: part of its consumer group, and of its topic of dead letters. */
    String name();

    /**
     * The snapshots of the aggregates whose events it takes, of this service or of others; or interfaces that events of others are read as
     * ({@link External}).
     */
    Class<?>[] from();

    /** Where it begins when it runs for the first time. */
    Start start() default Start.BEGINNING;
}
