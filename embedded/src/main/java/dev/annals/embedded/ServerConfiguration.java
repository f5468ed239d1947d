package dev.annals.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import kafka.server.KafkaConfig;

/** The configuration of a lone broker: {@code server.properties}, and what is only known when it starts. */
final class ServerConfiguration {

    private ServerConfiguration() {}

    static KafkaConfig of(Listeners listeners, Path directory) {
        Properties properties = fixed();
        properties.setProperty("log.dirs", directory.toString());
        String client = "CLIENT://" + Listeners.hostAndPort(listeners.clientAddress());
        String controller = Listeners.hostAndPort(listeners.controllerAddress());
        properties.setProperty("listeners", client + ",CONTROLLER://" + controller);
        properties.setProperty("advertised.listeners", client);
        // Voters are configured rather than recorded with the data, where the port of an earlier start would remain.
        properties.setProperty("controller.quorum.voters", properties.getProperty("node.id") + "@" + controller);
        return new KafkaConfig(properties, false);
    }

    private static Properties fixed() {
        Properties properties = new Properties();
        try (InputStream file = ServerConfiguration.class.getResourceAsStream("server.properties")) {
            properties.load(Objects.requireNonNull(file, "server.properties is missing from annals-embedded"));
        } catch (IOException e) {
            throw new IllegalStateException("server.properties cannot be read from annals-embedded", e);
        }
        return properties;
    }
}
