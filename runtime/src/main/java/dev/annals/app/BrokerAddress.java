package dev.annals.app;

import dev.annals.broker.Broker;
import dev.annals.broker.BrokerException;
import dev.annals.broker.BrokerProvider;
import dev.annals.broker.BrokerSettings;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where the service's broker is.
 *
 * @param embedded the broker, where it runs in this process
 */
record BrokerAddress(String bootstrapServers, Optional<Broker> embedded) {

    private static final Logger LOG = LoggerFactory.getLogger(BrokerAddress.class);

    /**
     * The broker that the settings name, or else one started in this process.
     *
     * @throws StartException when there is neither
     */
    static BrokerAddress find(Settings settings, boolean fresh) {
        return find(settings, fresh, true);
    }

    /**
     * The same.
     *
     * @param mayEmbed whether one may be started in this process
     */
    static BrokerAddress find(Settings settings, boolean fresh, boolean mayEmbed) {
        String named = settings.kafka().get("bootstrap.servers");
        if (named != null) {
            requireNotFresh(fresh, named);
            return new BrokerAddress(named, Optional.empty());
        }
        if (!mayEmbed) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "No broker: set kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS); the service runs without the embedded one");
        }
        BrokerProvider provider = ServiceLoader.load(BrokerProvider.class)
                .findFirst()
                .orElseThrow(() -> new StartException(
                        ExitCode.WRONG_SETTING,
                        "No broker: set kafka.bootstrap.servers (KAFKA_BOOTSTRAP_SERVERS), or put annals-embedded on"
                                + " the class path for one inside this process"));
        Broker broker = start(provider, settings.embedded(), fresh);
        return new BrokerAddress(broker.bootstrapServers(), Optional.of(broker));
    }

    /** The user's settings for Kafka's clients, over what suits this broker. */
    Map<String, String> clientSettings(Map<String, String> user) {
        if (embedded.isEmpty()) {
            return user;
        }
        // A process that was killed had its broker within: the next one need not wait long for a member that is gone.
        Map<String, String> settings = new HashMap<>(Map.of(
                ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, "6000",
                ConsumerConfig.HEARTBEAT_INTERVAL_MS_CONFIG, "1000"));
        settings.putAll(user);
        return settings;
    }

    private static Broker start(BrokerProvider provider, Settings.Embedded settings, boolean fresh) {
        LOG.info(
                "Starting a broker in this process; its data lies in {}",
                settings.directory().toAbsolutePath());
        try {
            return provider.start(new BrokerSettings(settings.directory(), settings.port(), fresh));
        } catch (BrokerException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    private static void requireNotFresh(boolean fresh, String servers) {
        if (fresh) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "--fresh empties the embedded broker only, and kafka.bootstrap.servers names another: " + servers);
        }
    }
}
