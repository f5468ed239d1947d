package dev.annals.app;

import dev.annals.feed.FeedLimits;
import dev.annals.http.Limits;
import java.time.Duration;

/** Reads {@link Limits}. */
final class LimitsReader {

    private static final long LONGEST_MS = Duration.ofHours(1).toMillis();

    private final SettingsReader settings;

    LimitsReader(SettingsReader settings) {
        this.settings = settings;
    }

    Limits read() {
        Limits otherwise = Limits.DEFAULT;
        return new Limits(
                number("http.max.body.bytes", otherwise.bodyBytes()),
                number("http.max.header.bytes", otherwise.headerBytes()),
                number("http.max.url.bytes", otherwise.urlBytes()),
                duration("http.head.timeout.ms", otherwise.headTimeout()),
                duration("http.body.timeout.ms", otherwise.bodyTimeout()),
                duration("http.idle.timeout.ms", otherwise.idleTimeout()),
                number("http.max.commands.in.flight", otherwise.commands()),
                settings.wholeNumber("http.max.bytes.in.flight", otherwise.commandBytes(), 1, Long.MAX_VALUE));
    }

    FeedLimits readFeeds() {
        FeedLimits otherwise = FeedLimits.DEFAULT;
        return new FeedLimits(
                (int) settings.wholeNumber("http.max.feeds", otherwise.feeds(), 0, Integer.MAX_VALUE),
                duration("http.feed.write.timeout.ms", otherwise.writeTimeout()),
                duration("http.feed.heartbeat.ms", otherwise.heartbeat()));
    }

    private int number(String name, int otherwise) {
        return (int) settings.wholeNumber(name, otherwise, 1, Integer.MAX_VALUE);
    }

    private Duration duration(String name, Duration otherwise) {
        return Duration.ofMillis(settings.wholeNumber(name, otherwise.toMillis(), 1, LONGEST_MS));
    }
}
