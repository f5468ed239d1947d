package dev.annals.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs a main class of these tests in a process of its own. */
final class Jvm {

    private Jvm() {}

    /** Starts it on a directory; what it prints and logs comes out together. */
    static Process start(Class<?> main, Path directory) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        if (Runtime.version().feature() >= 24) {
            // Kafka unmaps buffers in a way of which these JVMs warn.
            command.add("--sun-misc-unsafe-memory-access=allow");
        }
        command.add("-XX:TieredStopAtLevel=1");
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName(), directory.toString()));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }
}
