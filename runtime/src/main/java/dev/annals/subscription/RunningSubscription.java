package dev.annals.subscription;

import dev.annals.extension.ExtensionName;

/** What takes events out of Kafka in this process, in a consumer group of its own. Safe for use by several threads. */
public interface RunningSubscription extends AutoCloseable {

    ExtensionName name();

    /** The thread that fetches events. */
    FetchThread thread();

    /** Begins to fetch events, unless it was closed already. */
    default void start() {
        thread().start();
    }

    /** Fetches no more events in this process; those that are in memory are handled. */
    default void pause() {
        thread().pause();
    }

    default void resume() {
        thread().resume();
    }

    default boolean isPaused() {
        return thread().isPaused();
    }

    /** Whether all events have been handled that there were at the start. */
    boolean isCaughtUp();

    /** How many records of this process's partitions are not handled yet, as far as is known. */
    long lag();

    /** How many events are in memory. */
    int inFlight();

    /** Fetches no more, and lets what is being handled end; does not wait for it, as {@link #close} does. */
    default void tellToStop() {
        thread().tellToStop();
    }

    /** Fetches no more, lets what is being handled end, and closes what handles it. */
    @Override
    void close();
}
