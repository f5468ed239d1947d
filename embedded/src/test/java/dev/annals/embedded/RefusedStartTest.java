package dev.annals.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.annals.broker.BrokerException;
import dev.annals.broker.BrokerSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A start that cannot succeed says why and what to do, and leaves nothing running, locked or deleted. */
final class RefusedStartTest {

    @TempDir
    Path directory;

    @Test
    void directoryInUseByThisProcess() throws Exception {
        try (EmbeddedBroker broker = start()) {
            assertThatThrownBy(this::start)
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining(directory.toRealPath().toString())
                    .hasMessageContaining("in use by a broker of this process")
                    .hasMessageContaining("embedded.directory");
            new Clients(broker).create("undisturbed");
        }
        start().close();
    }

    @Test
    void directoryInUseByAnotherProcessUntilThatIsKilled() throws Exception {
        try (BrokerProcess other = BrokerProcess.start(directory)) {
            Clients clients = new Clients(other.bootstrapServers());
            clients.create("written");
            clients.send("written", "before the kill");

            assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(directory, 0, true)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining(directory.toRealPath().toString())
                    .hasMessageContaining("in use by a broker of process " + other.pid())
                    .hasMessageContaining("EMBEDDED_DIRECTORY");
            other.kill();
        }
        try (EmbeddedBroker broker = start()) {
            assertThat(new Clients(broker).read("written", 1)).containsExactly("before the kill");
        }
    }

    @Test
    void portInUse() throws Exception {
        Path state = Files.createDirectory(directory.resolve("streams"));
        try (Listeners taken = Listeners.bind(0)) {
            int port = taken.clientAddress().getPort();
            assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(directory, port, true)))
                    .isInstanceOf(BrokerException.class)
                    .hasMessageContaining("Port " + port)
                    .hasMessageContaining("embedded.port");
        }
        assertThat(state).exists();
        start().close();
    }

    @Test
    void portThatIsNone() {
        assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(directory, 65_536, false)))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("Port 65536")
                .hasMessageContaining("embedded.port");
        start().close();
    }

    @Test
    void dataOfAnotherNode() throws Exception {
        Path data = Files.createDirectory(directory.resolve("broker"));
        Path meta =
                Files.writeString(data.resolve("meta.properties"), "version=1\nnode.id=7\ncluster.id=somewhere-else\n");
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

        assertThatThrownBy(this::start)
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining(data.toRealPath().toString())
                .hasMessageContaining("node id 7");

        Threads.awaitEnd(before);
        Files.delete(meta);
        start().close();
    }

    @Test
    void metadataThatCannotBeRead() throws Exception {
        start().close();
        Path log = directory.resolve("broker/__cluster_metadata-0/00000000000000000000.log");
        byte[] sound = Files.readAllBytes(log);
        byte[] damaged = sound.clone();
        // The magic byte of the first batch, within what is known to have been committed.
        damaged[16] = 99;
        Files.write(log, damaged);
        Set<Thread> before = new HashSet<>(Thread.getAllStackTraces().keySet());

        assertThatThrownBy(this::start)
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("start fresh or delete it");

        Threads.awaitEnd(before);
        Files.write(log, sound);
        start().close();
    }

    @Test
    void freshInSomebodyElsesDirectory() throws Exception {
        Path precious = Files.writeString(directory.resolve("precious.txt"), "mine");

        assertThatThrownBy(() -> EmbeddedBroker.start(new BrokerSettings(directory, 0, true)))
                .isInstanceOf(BrokerException.class)
                .hasMessageContaining("precious.txt")
                .hasMessageContaining("embedded.directory");

        assertThat(directory).isDirectoryNotContaining(path -> !path.equals(precious));
        assertThat(precious).hasContent("mine");
    }

    private EmbeddedBroker start() {
        return EmbeddedBroker.start(new BrokerSettings(directory, 0, false));
    }
}
