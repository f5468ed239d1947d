package dev.annals.app;

import dev.annals.feed.FeedLimits;
import dev.annals.http.Limits;
import dev.annals.instances.Address;
import dev.annals.streams.StreamsErrors;
import dev.annals.subscription.SubscriptionSettings;
import dev.annals.tls.KeyFile;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;

/**
 * What a service is started with, read from its sources and checked.
 *
 * @param http the HTTP server's
 * @param commands how commands are taken
 * @param instances how this instance works with others
 * @param projections how projections are kept
 * @param sql how read models are kept
 * @param topics the topics'
 * @param schemas where schemas are kept
 * @param state how state is looked after
 * @param embedded the broker's that runs in the process where no other is named
 * @param stopDelay how long a service that is told to stop is unready, and still answers, before it stops
 * @param auth all that starts with {@code auth.}, by the whole names
 * @param kafka all that starts with {@code kafka.}, without that prefix, for Kafka's clients and Kafka Streams
 * @param others where modules find theirs
 */
public record Settings(
        Http http,
        Commands commands,
        Instances instances,
        Projections projections,
        Reactions reactions,
        SubscriptionSettings subscriptions,
        LostOffsets lostSubscriptions,
        SqlSettings sql,
        Topics topics,
        SchemaSettings schemas,
        State state,
        Embedded embedded,
        Duration stopDelay,
        Map<String, String> auth,
        Map<String, String> kafka,
        Lookup others) {

    public Settings {
        auth = Map.copyOf(auth);
        kafka = Map.copyOf(kafka);
    }

    /** Finds a setting by its name. */
    @FunctionalInterface
    public interface Lookup {
        Optional<String> find(String name);
    }

    /**
     * Settings of the HTTP server.
     *
     * @param host the address to bind to
     * @param port the port to listen on, or 0 for a free one
     * @param limits what is taken at the door
     * @param replyTimeout how long a request waits for its command's outcome
     * @param tls what HTTPS needs, where it is spoken in place of HTTP
     * @param feeds what live feeds may take up
     */
    public record Http(
            String host, int port, Limits limits, Duration replyTimeout, Optional<Tls> tls, FeedLimits feeds) {}

    /**
     * Settings of HTTPS.
     *
     * @param keyStore with the server's key and certificate
     * @param trustStore with the certificates of other instances; without it, those of the key store are trusted
     */
    public record Tls(KeyFile keyStore, Optional<KeyFile> trustStore) {}

    /**
     * Settings of how commands are taken.
     *
     * @param deduplicationWindow how long the outcome of a command with an id of its caller's is kept; zero keeps none
     */
    public record Commands(Duration deduplicationWindow) {}

    /**
     * Settings of how instances work together.
     *
     * @param server where other instances reach this one, where that is set
     * @param patience how long a request waits for its partition to have an owner that answers
     */
    public record Instances(Optional<Address> server, Duration patience) {}

    /**
     * Settings of projections.
     *
     * @param onError what is done with a record that a projection fails on
     */
    public record Projections(StreamsErrors.OnError onError) {}

    /**
     * Settings of reactions.
     *
     * @param maxHops how often event and command may lead to each other
     * @param lostOffsets where a reaction goes on whose offsets Kafka has lost
     */
    public record Reactions(int maxHops, LostOffsets lostOffsets) {}

    /** Where a reaction goes on whose offsets Kafka has lost. */
    public enum LostOffsets {
        REFUSE,
        BEGINNING,
        NOW
    }

    /**
     * Settings of the topics that the service creates.
     *
     * @param partitions of each of them
     * @param replicationFactor of each of them, or -1 for the broker's default
     */
    public record Topics(int partitions, short replicationFactor) {}

    /**
     * Settings of how state is looked after.
     *
     * @param keepOrphans whether a start goes on where state is there that no aggregate has
     * @param startEmpty whether a start goes on where a store is empty, and its aggregate has events
     * @param rebuildThreads how many partitions are rebuilt at a time
     * @param rebuildDirectory where a rebuild's own files lie
     */
    public record State(boolean keepOrphans, boolean startEmpty, int rebuildThreads, Path rebuildDirectory) {}

    /**
     * Settings of the embedded broker.
     *
     * @param directory where its data and the service's state lie
     * @param port that it listens on, or 0 for a free one
     */
    public record Embedded(Path directory, int port) {}
}
