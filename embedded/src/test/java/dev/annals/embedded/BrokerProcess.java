package dev.annals.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.broker.BrokerSettings;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;

/** A broker in a process of its own, which can be killed. */
final class BrokerProcess implements AutoCloseable {

    private static final String READY = "ready at ";

    private final Process process;
    private final String bootstrapServers;

    private BrokerProcess(Process process, String bootstrapServers) {
        this.process = process;
        this.bootstrapServers = bootstrapServers;
    }

    static BrokerProcess start(Path directory) throws IOException {
        Process process = Jvm.start(BrokerProcess.class, directory);
        return new BrokerProcess(process, awaitReady(process));
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    long pid() {
        return process.pid();
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    @Override
    public void close() {
        kill();
    }

    /** The process itself: it runs a broker until it is killed. */
    public static void main(String[] arguments) throws InterruptedException {
        EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(Path.of(arguments[0]), 0, false));
        System.out.println(READY + broker.bootstrapServers());
        Thread.currentThread().join();
    }

    private static String awaitReady(Process process) throws IOException {
        StringBuilder output = new StringBuilder();
        BufferedReader reader = process.inputReader(UTF_8);
        for (String line = reader.readLine(); line != null; line = reader.readLine()) {
            if (line.startsWith(READY)) {
                return line.substring(READY.length());
            }
            output.append(line).append('\n');
        }
        assertThat(output.toString()).as("a broker that is ready").contains(READY);
        throw new IllegalStateException();
    }
}
