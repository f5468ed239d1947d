package dev.annals.feed;

import java.io.IOException;

/** Where a feed goes. Used by the feed's thread; blocks while the reader takes nothing. */
public interface FeedOutput {

    /**
     * Writes an event, now or at the next {@link #flush}.
     *
     * @param id to be given back to go on after it
     */
    void event(FeedEvent event, String id) throws IOException;

    /** Says that the feed is there, and where it stands. */
    void alive(String id) throws IOException;

    /** Sends what has been written. */
    void flush() throws IOException;
}
