package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a static method that adds hand-written Kafka Streams to a service: for what neither an aggregate nor a projection says,
 * such as windows, or a topic in a format of its own.
 *
 * <p>The method returns nothing, is not private, and takes what it needs, in any order:
 *
 * <ul>
 *   <li>{@code StreamsBuilder}: always, to add to;
 *   <li>{@code KStream<Key, Events>}: the events of an aggregate that {@link #from} names, by their sealed interface;
 *   <li>{@code KTable<Key, Record>}: the snapshots of an aggregate or a projection, by their record;
 *   <li>{@code Serde<Events>}, {@code Serde<Record>}: how these are read and written.
 * </ul>
 *
 * <p>It is run when the service starts, more than once, and so builds the same each time; what it has built runs as a Kafka Streams application of its own, {@code
 * {service}-{name}}, exactly once. It may write to topics whose names start with {@code {service}.{name}.}, which are created,
 * and to topics of commands. All of its parameters are checked when it is compiled, and the topics that it writes to at the
 * start.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.METHOD)
public @interface StreamsExtension {

    /** The service that it belongs to, which has an aggregate or a projection in the same compilation. */
    String service();

    /** Its name, which no aggregate or projection of the service has: the second part of its topics. */
    String name();

    /** The snapshots of the aggregates whose events it takes, of this service or of others. */
    Class<?>[] from() default {};
}
