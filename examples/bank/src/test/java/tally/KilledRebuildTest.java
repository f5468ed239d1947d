package tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.app.ExitCode;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.TestService;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.apache.kafka.clients.consumer.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tally.Request.AddAmount;

/** A rebuild in a process of its own, as its users start it, and as others end it. */
final class KilledRebuildTest {

    private static final int COUNTERS = 30_000;

    @TempDir
    private Path directory;

    private final TestService service = TestService.start(TallyService::new, Map.of("topics.partitions", "3"));

    @AfterEach
    void stop() {
        Rules.reset();
        service.close();
    }

    /** Whatever it was at: what it left is right or missing, and a second run writes the rest. */
    @ParameterizedTest
    @ValueSource(strings = {"counters: folding the events", "counters: comparing", "counters: writing what differs"})
    void goesOnWhereAKilledOneEnded(String at) throws Exception {
        fill();
        service.stop();

        Process killed = process("rebuild", "counters");
        awaitLine(killed, at);
        killed.destroyForcibly().onExit().join();

        Rules.countEachAs(3);
        TallyRebuild rebuild = TallyRebuild.run(service, directory.resolve("rebuild"));
        assertThat(rebuild.code()).as(rebuild.output()).isEqualTo(ExitCode.STOPPED);
        assertThat(rebuild.count("entities")).isEqualTo(COUNTERS);
        assertThat(rebuild.count("extra")).isZero();
        TallyRebuild again = TallyRebuild.run(service, directory.resolve("rebuild"));
        assertThat(again.count("unchanged")).as(again.output()).isEqualTo(COUNTERS);
        assertThat(lastSnapshots()).hasSize(COUNTERS);
    }

    @Test
    void endsWithTheExitCodesThatAreDocumented() throws Exception {
        assertThat(exitCode("rebuild", "counters")).as("while the service runs").isEqualTo(4);
        service.stop();
        assertThat(exitCode("rebuild")).isZero();
        assertThat(exitCode("rebuild", "nothing")).isEqualTo(2);
        assertThat(exitCode("rebuild", "--dry")).isEqualTo(2);
        assertThat(exitCode("rebuild", "--help")).isZero();
    }

    private void fill() {
        AggregateTopics<String, Request, Happening, Counter> topics = service.topics(new CountersAggregate());
        topics.sendAll(IntStream.range(0, COUNTERS)
                .mapToObj(number -> new AddAmount("c" + number, number, 1))
                .toList());
        await().atMost(Duration.ofMinutes(2)).until(() -> lastSnapshots().size() == COUNTERS);
    }

    private Map<String, String> lastSnapshots() {
        try (Consumer<byte[], byte[]> consumer = service.consumer()) {
            return LastRecords.of(consumer, "tally.counters.snapshots", false);
        }
    }

    private int exitCode(String... arguments) throws Exception {
        Process process = process(arguments);
        process.getInputStream().transferTo(System.out);
        return process.waitFor();
    }

    /** With amounts that weigh twice. */
    private Process process(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx512m",
                "-XX:TieredStopAtLevel=1",
                "-Dtally.weight=2",
                "-cp",
                System.getProperty("java.class.path"),
                "tally.Main"));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(directory.toFile()).redirectErrorStream(true);
        builder.environment().put("KAFKA_BOOTSTRAP_SERVERS", service.bootstrapServers());
        builder.environment()
                .put("REBUILD_DIRECTORY", directory.resolve("rebuild").toString());
        return builder.start();
    }

    private static void awaitLine(Process process, String start) throws IOException {
        BufferedReader lines = process.inputReader(UTF_8);
        StringBuilder all = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            all.append(line).append('\n');
            if (line.startsWith(start)) {
                return;
            }
        }
        throw new AssertionError("The rebuild ended before it said " + start + ":\n" + all);
    }
}
