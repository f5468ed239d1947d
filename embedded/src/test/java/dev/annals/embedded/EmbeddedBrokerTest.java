package dev.annals.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.broker.Broker;
import dev.annals.broker.BrokerProvider;
import dev.annals.broker.BrokerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.ServiceLoader;
import java.util.Set;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a broker in the process does for its clients, over its life and the next. */
final class EmbeddedBrokerTest {

    @TempDir
    Path parent;

    @Test
    void takesAndGivesRecords() throws Exception {
        try (EmbeddedBroker broker = start()) {
            Clients clients = new Clients(broker);
            clients.create("greetings");
            clients.send("greetings", "hello");

            assertThat(broker.bootstrapServers()).startsWith("127.0.0.1:");
            assertThat(clients.read("greetings", 1)).containsExactly("hello");
        }
    }

    @Test
    void showsCommittedTransactionsOnly() throws Exception {
        try (EmbeddedBroker broker = start()) {
            Clients clients = new Clients(broker);
            clients.create("movements");
            try (KafkaProducer<String, String> producer = clients.transactional("teller")) {
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("movements", "aborted")).get();
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(new ProducerRecord<>("movements", "committed")).get();
                producer.commitTransaction();
            }

            assertThat(clients.read("movements", 1)).containsExactly("committed");
        }
    }

    @Test
    void keepsItsDataOnOtherPorts() throws Exception {
        String first;
        try (EmbeddedBroker broker = start()) {
            first = broker.bootstrapServers();
            new Clients(broker).create("kept");
            new Clients(broker).send("kept", "one");
            assertThat(new Clients(broker).read("kept", 1)).containsExactly("one");
        }
        // Whatever the system gives next, not the port of before.
        try (Listeners taken = Listeners.bind(port(first));
                EmbeddedBroker broker = start()) {
            Clients clients = new Clients(broker);
            clients.send("kept", "two");

            assertThat(broker.bootstrapServers()).isNotEqualTo(Listeners.hostAndPort(taken.clientAddress()));
            assertThat(clients.topics()).contains("kept");
            // Offsets are kept too: the group goes on behind what it has read.
            assertThat(clients.read("kept", 1)).containsExactly("two");
        }
    }

    @Test
    void startsOnTheGivenPortAgainAndAgain() throws Exception {
        int port;
        try (EmbeddedBroker broker = start()) {
            port = port(broker.bootstrapServers());
            new Clients(broker).create("there");
        }
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(directory(), port, false))) {
            assertThat(port(broker.bootstrapServers())).isEqualTo(port);
            assertThat(new Clients(broker).topics()).contains("there");
        }
    }

    @Test
    void forgetsEverythingWhenFresh() throws Exception {
        try (EmbeddedBroker broker = start()) {
            new Clients(broker).create("forgotten");
        }
        Path state = Files.createDirectories(directory().resolve("streams/bank/0_1"));
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(directory(), 0, true))) {
            assertThat(new Clients(broker).topics()).isEmpty();
            assertThat(state).doesNotExist();
        }
    }

    @Test
    void isFoundByTheServiceLoader() {
        BrokerProvider provider =
                ServiceLoader.load(BrokerProvider.class).findFirst().orElseThrow();
        try (Broker broker = provider.start(new BrokerSettings(directory(), 0, false))) {
            assertThat(broker).isInstanceOf(EmbeddedBroker.class);
        }
    }

    @Test
    void leavesNothingBehindWhenClosed() throws Exception {
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());
        EmbeddedBroker broker = start();
        broker.close();
        broker.close();

        Threads.awaitEnd(before);
        Listeners.bind(port(broker.bootstrapServers())).close();
        assertThat(directory().resolve(DirectoryLock.OWNER)).doesNotExist();
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(new BrokerSettings(directory(), 0, false));
    }

    private Path directory() {
        return parent.resolve("data");
    }

    private static int port(String bootstrapServers) {
        return Integer.parseInt(bootstrapServers.substring(bootstrapServers.indexOf(':') + 1));
    }
}
