package dev.annals.reliability.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A JVM with this one's class path, whose output goes to a file, and to which signals can be sent. */
final class ChildProcess implements AutoCloseable {

    private static final int LINES_TO_SHOW = 20;

    private final Process process;
    private final Path output;

    private ChildProcess(Process process, Path output) {
        this.process = process;
        this.output = output;
    }

    static ChildProcess start(
            Path directory,
            String output,
            List<String> jvm,
            Map<String, String> environment,
            List<String> mainAndArguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            // Kafka unmaps buffers in a way of which these JVMs warn.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.addAll(List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(jvm);
        command.addAll(List.of("-cp", System.getProperty("java.class.path")));
        command.addAll(mainAndArguments);
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve(output).toFile()));
        builder.environment().putAll(environment);
        try {
            Files.createDirectories(directory);
            return new ChildProcess(builder.start(), directory.resolve(output));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start " + mainAndArguments, e);
        }
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** What it printed last. */
    String lastWords() {
        try {
            List<String> lines = Files.readAllLines(output);
            return String.join("\n", lines.subList(Math.max(0, lines.size() - LINES_TO_SHOW), lines.size()));
        } catch (IOException e) {
            return "(" + output + " cannot be read: " + e + ")";
        }
    }

    void kill() {
        process.destroyForcibly().onExit().join();
    }

    /** As SIGTERM does; kills what does not end. */
    void terminate() throws InterruptedException {
        process.toHandle().destroy();
        if (!process.waitFor(90, TimeUnit.SECONDS)) {
            kill();
            throw new IllegalStateException("A process did not end within 90 s of SIGTERM");
        }
    }

    void signal(String signal) throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                    .start()
                    .waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot send SIG" + signal, e);
        }
    }

    @Override
    public void close() {
        kill();
    }
}
