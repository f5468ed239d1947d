package dev.annals.feed;

import java.time.Duration;

/**
 * What feeds may take up.
 *
 * @param feeds how many there may be at once
 * @param writeTimeout how long a reader may take no bytes before it is cut off
 * @param heartbeat how long a feed is silent before it says that it is still there
 */
public record FeedLimits(int feeds, Duration writeTimeout, Duration heartbeat) {

    /** What is set where nothing else is. */
    public static final FeedLimits DEFAULT = new FeedLimits(100, Duration.ofSeconds(30), Duration.ofSeconds(15));
}
