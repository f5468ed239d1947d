package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a class whose {@code on} methods keep a read model in an SQL database.
 *
 * <p>Each method returns nothing, takes an event of an aggregate that {@link #from} names, perhaps an {@link EventContext} after it, and
 * last a {@link java.sql.Connection}, on which it executes what the event changes. The most specific one is called; events for which
 * there is none are passed over. They may throw anything.
 *
 * <p>Events are applied <em>exactly once</em>: in batches, each in one transaction of the database, which also stores how far the read
 * model has come. So the methods must not commit or roll back - the connection refuses it - and have no effects elsewhere, because a
 * batch may be rolled back and applied again. Events of one partition come in order, one after another.
 *
 * <p>An event that a method fails on is applied alone, and tried again some times ({@code sql.attempts}); then it is a dead letter.
 * Where it is the database that fails, the same events are tried until it is back.
 *
 * <p>The class has one constructor. What it takes is passed to the service's generated {@code builder()}. Where the class is {@code
 * AutoCloseable}, it is closed when the service stops. A method {@code void onCaughtUp()} is called once, when all events that there were
 * when the service started have been applied: on a thread of its own, while further events may be applied.
 *
 * <p>It runs in a consumer group of its own, {@code {service}-{name}}, on all instances, from the first event that there ever was. It
 * needs a database: with {@code annals-sql} on the class path, the one that {@code sql.url} names, or else one in a file.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface SqlReadModel {

    /**
     * The service that it belongs to: one that has an aggregate or a projection in the same compilation. Where nothing in it is of either
     * kind, any: a service may have nothing else.
     */
    String service();

    /** Its name, which nothing else of the service has: part of its consumer group, and the name of its offsets in the database. */
    String name();

    /**
     * The snapshots of the aggregates whose events it takes, of this service or of others; or interfaces that events of others are read as
     * ({@link External}).
     */
    Class<?>[] from();
}
