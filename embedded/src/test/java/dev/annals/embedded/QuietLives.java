package dev.annals.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.broker.BrokerSettings;
import java.nio.file.Path;

/** A process that runs a broker twice and ends by itself, with Logback as it comes. */
final class QuietLives {

    private QuietLives() {}

    public static void main(String[] arguments) throws Exception {
        live(Path.of(arguments[0]), "first");
        live(Path.of(arguments[0]), "second");
    }

    private static void live(Path directory, String topic) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(directory, 0, false))) {
            Clients clients = new Clients(broker);
            clients.create(topic);
            clients.send(topic, "hello");
            assertThat(clients.read(topic, 1)).containsExactly("hello");
        }
    }
}
