package billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import billing.invoices.InvoicesAggregate;
import dev.annals.app.Service;
import dev.annals.app.StandardModule;
import dev.annals.testkit.TestService;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The list equals what the events come to, however often the process is killed that keeps it. */
final class ExactlyOnceTest {

    private static final int KILLS = Integer.getInteger("billing.kills", 4);

    private static final int HALTED = 137;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    private Path directory;

    @ParameterizedTest
    @EnumSource
    void listEqualsWhatTheEventsComeTo(TestDatabase.Kind kind) throws Exception {
        try (TestDatabase database = kind.open(directory)) {
            killAndCompare(database);
        }
    }

    private void killAndCompare(TestDatabase database) throws Exception {
        Random random = new Random(7);
        try (TestService service =
                TestService.start(Service.of(BillingService::new).without(StandardModule.SUBSCRIPTIONS))) {
            var invoices = service.topics(new InvoicesAggregate());
            for (int kill = 0; kill < KILLS; kill++) {
                long until = (kill == 0 ? 0 : database.applied()) + 1 + random.nextInt(400);
                // More than are applied until the process ends, so that it ends in the middle of them.
                invoices.sendAll(Orders.round(kill, 250));
                if (kill % 4 != 3) {
                    assertThat(start(service, database, 60).waitFor()).isEqualTo(HALTED);
                } else {
                    Process process = start(service, database, 0);
                    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(5)).until(() -> isAt(database, until));
                    process.destroyForcibly().waitFor();
                }
            }
            Process last = start(service, database, 0);
            try {
                await().atMost(PATIENCE).untilAsserted(() -> {
                    Map<UUID, String> folded = Orders.fold(invoices.events());
                    assertThat(folded).hasSizeGreaterThan(KILLS * 200);
                    assertThat(database.rows()).isEqualTo(folded);
                });
            } finally {
                last.destroyForcibly().waitFor();
            }
            assertThat(service.read("billing.invoiceList.dead-letters")).isEmpty();
        }
    }

    /** The first process makes the tables. */
    private static boolean isAt(TestDatabase database, long applied) {
        try {
            return database.applied() >= applied;
        } catch (SQLException e) {
            return false;
        }
    }

    /**
     * Starts the process.
     *
     * @param haltsEvery how many commits it lives, or 0
     */
    private Process start(TestService service, TestDatabase database, int haltsEvery) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx256m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        // A member that is back is known again, and need not wait until the one that was killed is given up.
        Map<String, String> settings = Map.of(
                "kafka.bootstrap.servers",
                service.bootstrapServers(),
                "kafka.group.instance.id",
                "only",
                "embedded.directory",
                directory.resolve("service").toString(),
                "sql.batch.events",
                "5");
        settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.add("-D" + HaltingDatabaseProvider.PROPERTY + "=" + haltsEvery);
        database.settings().forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ReadModelMain.class.getName()));
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        directory.resolve("output.txt").toFile()))
                .start();
    }
}
