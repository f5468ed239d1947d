package dev.annals;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record as a read model, which the service keeps up to date, publishes and serves.
 *
 * <p>With {@link #from} it is a fold: its {@code on} methods take in the events of these aggregates. An instance method takes
 * an event where there is a record already; a static one makes the first, and a static one whose first parameter is a
 * {@code @Nullable} record takes either. A {@code @Nullable} method that returns null deletes. Records are kept by the
 * event's key, or by what a static method marked {@link Key} derives from the event: a key, an {@code Optional} of one, or a
 * {@code Collection}. Events for which there is no {@code on} change nothing.
 *
 * <p>Without it, it is a join: its components are snapshots of aggregates, or other projections. The first one gives the key.
 * The others have the same key, or are found by what a static method marked {@link ForeignKey}, of the component's name,
 * derives from a component before it. There is a record while all components exist; those that are {@code Optional} or {@code
 * @Nullable} may be missing.
 *
 * <p>All of it is checked when it is compiled.
 */
@Documented
@Retention(RetentionPolicy.CLASS)
@Target(ElementType.TYPE)
public @interface Projection {

    /** The service that keeps it: the first part of its topics. */
    String service();

    /** Its name, usually a plural: the second part of its topics and the first of its routes. */
    String name();

    /** The snapshots of the aggregates whose events it folds, of this service or of others; none for a join. */
    Class<?>[] from() default {};

    /**
     * Counts up when it has to be built anew, as another class of the same name beside the one that it replaces: that one is
     * served until this one has caught up.
     */
    int version() default 1;
}
