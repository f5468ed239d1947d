package bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.TestService;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What those see who run the bank: health, metrics, traces, and how it stops. */
final class OperationsTest {

    private static final String TRACE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @TempDir
    Path directory;

    @Test
    void countsWhatBecomesOfCommandsAndSaysThatItIsReady() {
        try (TestService service = TestService.start(BankService::new)) {
            BankHttp bank = new BankHttp(service.http());
            assertThat(service.http().get("/health/live").statusCode()).isEqualTo(200);
            HttpResponse<String> ready = service.http().get("/health/ready");
            assertThat(ready.body())
                    .isEqualTo("{\"status\":\"UP\",\"state\":\"RUNNING\",\"restoring\":{},\"unready\":{}}");
            bank.command(BankHttp.deposit("alice", 100));
            bank.command(BankHttp.deposit("bob", 100));
            bank.command(BankHttp.withdraw("bob", 200));
            AggregateTopics<String, Operation, Movement, Account> topics = service.topics(new AccountsAggregate());
            topics.sendBytes("alice".getBytes(java.nio.charset.StandardCharsets.UTF_8), new byte[] {1});
            bank.command(BankHttp.deposit("alice", 1));

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(service.http().get("/metrics").body())
                                    .contains(
                                            "annals_commands_total{aggregate=\"bank.accounts\",outcome=\"recorded\"} 3.0",
                                            "annals_commands_total{aggregate=\"bank.accounts\",outcome=\"refused\"} 1.0",
                                            "annals_commands_total{aggregate=\"bank.accounts\",outcome=\"failed\"} 1.0",
                                            "annals_commands_total{aggregate=\"bank.accounts\",outcome=\"repeated\"} 0.0",
                                            "annals_dead_letters_total{aggregate=\"bank.accounts\",stage=\"read\"} 1.0",
                                            "annals_commands_commit_seconds_count{aggregate=\"bank.accounts\"} 5",
                                            "annals_commands_commit_seconds_bucket{aggregate=\"bank.accounts\",le=\"10.0\"}",
                                            "annals_commands_in_flight 0.0",
                                            "annals_restore_remaining_records 0.0",
                                            "kafka_stream_",
                                            "kafka_producer_",
                                            "jvm_memory_used_bytes"));
        }
    }

    @Test
    void everyMetricOfOursIsDocumented() throws Exception {
        try (TestService service = TestService.start(BankService::new)) {
            Set<String> measured = names(
                    Pattern.compile("# TYPE (annals_\\w+) "),
                    service.http().get("/metrics").body());
            Set<String> documented = names(
                    Pattern.compile("(?m)^\\| `(annals_(?!subscription)\\w+)` \\|"),
                    Files.readString(Path.of("..", "..", "docs", "reference", "metrics.md")));

            assertThat(documented).isEqualTo(measured).isNotEmpty();
        }
    }

    private static Set<String> names(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @Test
    void tracesGoThroughToTheEvents() {
        try (TestService service = TestService.start(BankService::new)) {
            BankHttp bank = new BankHttp(service.http());
            for (String trace : new String[] {TRACE, "not-a-trace"}) {
                bank.http()
                        .send(bank.http()
                                .request("/accounts/commands")
                                .header("content-type", "application/json")
                                .header("traceparent", trace)
                                .POST(BodyPublishers.ofString(BankHttp.deposit("alice", 1)))
                                .build());
            }

            var events = service.topics(new AccountsAggregate()).events();

            assertThat(events.get(0).headers()).containsEntry("traceparent", TRACE);
            assertThat(events.get(1).headers()).doesNotContainKey("traceparent");
        }
    }

    @Test
    void isUnreadyBeforeItStops() throws Exception {
        try (BankProcess process = BankProcess.start(directory, Map.of("STOP_DELAY_MS", "10000"))) {
            BankHttp bank = process.bank();
            process.terminate();

            await().atMost(Duration.ofMinutes(1))
                    .until(() -> bank.http().get("/health/ready").statusCode() == 503);
            assertThat(bank.http().get("/health/ready").body()).contains("\"status\":\"DOWN\",\"state\":\"STOPPING\"");
            assertThat(bank.http().get("/health/live").statusCode()).isEqualTo(200);
            assertThat(bank.command(BankHttp.deposit("alice", 1)).statusCode()).isEqualTo(200);
            assertThat(process.exitCode()).isEqualTo(143);
        }
    }

    @Test
    void stopsInOrderWhileItIsStarting() throws Exception {
        // Nothing listens there, which Kafka's clients wait for.
        Map<String, String> nowhere = Map.of("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:1");
        try (BankProcess process = BankProcess.start(directory, nowhere)) {
            await().atMost(Duration.ofMinutes(1)).until(() -> process.output().contains("Looking at the schemas"));

            process.terminate();

            assertThat(process.exitCode()).isEqualTo(143);
            assertThat(process.output()).contains("Stopping metrics").doesNotContain("could not start", "\tat ");
        }
    }

    @Test
    void saysWhatIsWrongWithItsAddress() throws Exception {
        try (BankProcess process = BankProcess.start(directory, Map.of("APPLICATION_SERVER", "here"))) {
            assertThat(process.exitCode()).isEqualTo(2);
            assertThat(process.output()).contains("application.server must be host:port", "\"here\"");
        }
    }
}
