package dev.annals.registry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A real Apicurio registry in a process of its own, with its data in its memory. */
final class Apicurio implements AutoCloseable {

    private static final int ATTEMPTS = 3;
    private static final Duration START = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Process process;
    private final URI url;
    private final Thread killer;

    private Apicurio(Process process, int port) {
        this.process = process;
        this.url = URI.create("http://127.0.0.1:%d/apis/ccompat/v7".formatted(port));
        this.killer = new Thread(process::destroyForcibly, "apicurio-killer");
        Runtime.getRuntime().addShutdownHook(killer);
    }

    /** Starts a registry, and returns when it answers. */
    static Apicurio start() throws IOException, InterruptedException {
        for (int attempt = 1; ; attempt++) {
            int port = freePort();
            Apicurio registry = new Apicurio(launch(port), port);
            if (registry.answers()) {
                return registry;
            }
            registry.close();
            if (attempt == ATTEMPTS) {
                throw new IllegalStateException("Apicurio did not start; see " + log());
            }
        }
    }

    /** Of its Confluent-compatible API. */
    URI url() {
        return url;
    }

    /** The document at a path below the API. */
    JsonNode get(String path) {
        try {
            HttpResponse<String> response =
                    http.send(HttpRequest.newBuilder(URI.create(url + path)).build(), BodyHandlers.ofString());
            return JSON.readTree(response.body());
        } catch (IOException e) {
            throw new UncheckedIOException("Apicurio does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for Apicurio", e);
        }
    }

    /** Makes it refuse, from now on, what cannot read the version before. */
    void requireBackwardCompatibility() throws IOException, InterruptedException {
        HttpResponse<String> response = http.send(
                HttpRequest.newBuilder(URI.create(url + "/config"))
                        .header("content-type", "application/vnd.schemaregistry.v1+json")
                        .PUT(HttpRequest.BodyPublishers.ofString("{\"compatibility\":\"BACKWARD\"}"))
                        .build(),
                BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException("Apicurio: " + response.body());
        }
    }

    @Override
    public void close() {
        // There is nothing in it to be kept.
        process.destroyForcibly().onExit().join();
        Runtime.getRuntime().removeShutdownHook(killer);
    }

    private boolean answers() throws InterruptedException {
        long deadline = System.nanoTime() + START.toNanos();
        while (process.isAlive() && System.nanoTime() < deadline) {
            try {
                if (get("/subjects").isArray()) {
                    return true;
                }
            } catch (UncheckedIOException e) {
                // Not yet.
            }
            boolean unused = process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
        }
        return false;
    }

    private static Process launch(int port) throws IOException {
        return new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx512m",
                        "-XX:TieredStopAtLevel=1",
                        "-Dquarkus.http.host=127.0.0.1",
                        "-Dquarkus.http.port=" + port,
                        "-jar",
                        runner().toString()))
                .redirectErrorStream(true)
                .redirectOutput(log().toFile())
                .start();
    }

    private static Path runner() throws IOException {
        try (DirectoryStream<Path> found = Files.newDirectoryStream(directory(), "*-runner.jar")) {
            return found.iterator().next();
        }
    }

    private static Path log() {
        return directory().resolveSibling("apicurio.log");
    }

    private static Path directory() {
        return Path.of(System.getProperty("apicurio.directory"));
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
