package dev.annals.reliability.cluster;

import java.net.URI;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An instance of the bank: a process that may die, and come back on the same port and directory. */
public final class Instance implements AutoCloseable {

    private final Path directory;
    private final String mainClass;
    private final int port = Ports.free();
    private final Map<String, String> environment;
    private ChildProcess process;

    Instance(Path directory, String mainClass, String bootstrapServers, Map<String, String> settings) {
        this.directory = directory;
        this.mainClass = mainClass;
        this.environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                bootstrapServers,
                "HTTP_PORT",
                Integer.toString(port),
                "APPLICATION_SERVER",
                "127.0.0.1:" + port,
                "KAFKA_SESSION_TIMEOUT_MS",
                "6000",
                "KAFKA_HEARTBEAT_INTERVAL_MS",
                "1000",
                "KAFKA_TRANSACTION_TIMEOUT_MS",
                "6000"));
        environment.putAll(settings);
        this.process = launch();
    }

    /** Where it takes requests. */
    public URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    public int port() {
        return port;
    }

    public void start() {
        process = launch();
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** What it printed last. */
    public String lastWords() {
        return process.lastWords();
    }

    public void kill() {
        process.kill();
    }

    public void terminate() throws InterruptedException {
        process.terminate();
    }

    public void freeze() throws InterruptedException {
        process.signal("STOP");
    }

    public void thaw() throws InterruptedException {
        process.signal("CONT");
    }

    @Override
    public void close() {
        process.close();
    }

    private ChildProcess launch() {
        return ChildProcess.start(
                directory,
                "bank.log",
                List.of("-Xmx256m", "-Dlogback.configurationFile=logback.xml"),
                environment,
                List.of(mainClass));
    }
}
