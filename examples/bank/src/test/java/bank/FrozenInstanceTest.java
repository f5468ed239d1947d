package bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.TestInstances;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that was frozen for longer than its session lasts still holds old state, and does not know it yet. */
final class FrozenInstanceTest {

    private static final List<String> KEYS =
            IntStream.range(0, 20).mapToObj(i -> "account-" + i).toList();

    @TempDir
    Path directory;

    @Test
    void showsNothingOldWhenItGoesOn() throws Exception {
        try (TestInstances broker = TestInstances.of(BankService::new, Map.of());
                BankProcess frozen = process(broker, "frozen")) {
            BankHttp old = frozen.bank();
            for (String key : KEYS) {
                old.command(BankHttp.deposit(key, 1));
            }
            try (BankProcess other = process(broker, "other")) {
                BankHttp bank = other.bank();
                await().atMost(Duration.ofMinutes(1)).until(() -> local(bank) > 0 && local(old) > 0);
                signal(frozen, "STOP");
                for (String key : KEYS) {
                    await().atMost(Duration.ofMinutes(1))
                            .until(() -> bank.command(BankHttp.deposit(key, 1)).statusCode() == 200);
                }

                signal(frozen, "CONT");

                for (int round = 0; round < 10; round++) {
                    for (String key : KEYS) {
                        assertNothingOld(old.account(key));
                        assertNothingOld(old.http().get("/accounts/one/" + key + "?_local=true"));
                    }
                }
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(KEYS)
                                .allSatisfy(key -> assertThat(old.balance(key).balance())
                                        .isGreaterThanOrEqualTo(BigDecimal.valueOf(2))));
            }
        }
    }

    private static void assertNothingOld(HttpResponse<String> reply) {
        assertThat(reply.statusCode()).isIn(200, 503);
        assertThat(reply.body()).doesNotContain("\"_version\":1,");
    }

    private static int local(BankHttp bank) {
        HttpResponse<String> page = bank.http().get("/accounts/all?_local=true");
        return page.statusCode() == 200 ? BankHttp.page(page).size() : 0;
    }

    private BankProcess process(TestInstances broker, String name) throws IOException {
        int port = TestInstances.freePort();
        Map<String, String> environment = new HashMap<>(Map.of(
                "KAFKA_BOOTSTRAP_SERVERS",
                broker.bootstrapServers(),
                "KAFKA_SESSION_TIMEOUT_MS",
                "6000",
                "KAFKA_HEARTBEAT_INTERVAL_MS",
                "1000",
                "HTTP_PORT",
                Integer.toString(port),
                "APPLICATION_SERVER",
                "127.0.0.1:" + port));
        return BankProcess.start(Files.createDirectory(directory.resolve(name)), environment);
    }

    private static void signal(BankProcess process, String signal) throws Exception {
        int ended = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid()))
                .inheritIO()
                .start()
                .waitFor();
        assertThat(ended).isZero();
    }
}
