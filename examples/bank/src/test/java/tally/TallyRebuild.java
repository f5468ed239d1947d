package tally;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.app.ExitCode;
import dev.annals.app.RebuildCommand;
import dev.annals.testkit.TestService;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A rebuild of the tally, and what it printed. */
record TallyRebuild(ExitCode code, String output) {

    static TallyRebuild run(TestService service, Path directory, String... args) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        ExitCode code = RebuildCommand.run(
                TallyService::new,
                Map.of(
                        "kafka.bootstrap.servers",
                        service.bootstrapServers(),
                        "rebuild.directory",
                        directory.toString()),
                List.of(args),
                new PrintStream(bytes, true, UTF_8));
        return new TallyRebuild(code, bytes.toString(UTF_8));
    }

    /** A number of the report: that of {@code changed}. */
    long count(String name) {
        return output.lines()
                .filter(line -> line.startsWith("  " + name + " "))
                .map(line -> line.substring(20).trim().replaceFirst(" .*", "").replace(",", ""))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseThrow(() -> new AssertionError("No " + name + " in:\n" + output));
    }
}
