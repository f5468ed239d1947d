package bank;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.testkit.HttpTester;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The bank in a process of its own, as its users start it. */
final class BankProcess implements AutoCloseable {

    private static final Pattern HTTP = Pattern.compile("  http    (http://\\S+)");
    private static final Pattern BROKER = Pattern.compile("  broker  ([^,]+),.*");

    private final Process process;
    private final Queue<String> output = new ConcurrentLinkedQueue<>();
    private final CountDownLatch ready = new CountDownLatch(1);
    private final Thread reader = new Thread(this::read, "output of the bank");

    private BankProcess(Process process) {
        this.process = process;
        reader.start();
    }

    /** Starts it in this directory, where its data lies as well. */
    static BankProcess start(Path directory, Map<String, String> environment, String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            // Kafka unmaps buffers in a way of which these JVMs warn.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-Xmx512m", "-XX:TieredStopAtLevel=1", "-Dlogback.configurationFile=logback.xml"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "bank.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().putIfAbsent("HTTP_PORT", "0");
        builder.environment().putAll(environment);
        return new BankProcess(builder.start());
    }

    static BankProcess start(Path directory) throws IOException {
        return start(directory, Map.of());
    }

    /** Waits until it answers. */
    BankHttp bank() throws InterruptedException {
        return new BankHttp(new HttpTester(URI.create(announced(HTTP))));
    }

    String bootstrapServers() throws InterruptedException {
        return announced(BROKER);
    }

    /** Waits until it has ended. */
    int exitCode() throws InterruptedException {
        int code = process.waitFor();
        reader.join();
        return code;
    }

    /** All that it has printed. */
    String output() {
        return String.join("\n", output);
    }

    /** As {@code kill} does. */
    void terminate() {
        // Not Process.destroy(), which also closes the output.
        process.toHandle().destroy();
    }

    /** As {@code kill -9} does. */
    void kill() {
        process.destroyForcibly().onExit().join();
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        kill();
    }

    private String announced(Pattern pattern) throws InterruptedException {
        ready.await();
        return output.stream()
                .map(pattern::matcher)
                .filter(Matcher::matches)
                .map(line -> line.group(1))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The bank did not start:\n" + output()));
    }

    private void read() {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                output.add(line);
                if (line.startsWith("  try ")) {
                    ready.countDown();
                }
            }
        } catch (IOException e) {
            output.add("Cannot be read: " + e);
        } finally {
            ready.countDown();
        }
    }
}
