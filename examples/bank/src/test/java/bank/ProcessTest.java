package bank;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import bank.BankHttp.Balance;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bank as a process: what it says, what it ends with, and what it knows when it comes back. */
final class ProcessTest {

    private static final String DEPOSIT = BankHttp.deposit("alice", 100);

    /** How long a start waits for the member of the consumer group that was killed. */
    private static final Map<String, String> SHORT_SESSIONS = Map.of(
            "KAFKA_CONSUMER_SESSION_TIMEOUT_MS", "6000",
            "KAFKA_CONSUMER_HEARTBEAT_INTERVAL_MS", "2000");

    @TempDir
    Path directory;

    @Test
    void explainsItself() throws Exception {
        try (BankProcess bank = BankProcess.start(directory, Map.of(), "--help")) {
            assertThat(bank.exitCode()).isZero();
            assertThat(bank.output()).contains("--fresh", "application.properties", "HTTP_PORT");
        }
    }

    @Test
    void refusesAnArgumentThatItDoesNotKnow() throws Exception {
        try (BankProcess bank = BankProcess.start(directory, Map.of(), "--frsh")) {
            assertThat(bank.exitCode()).isEqualTo(2);
            assertThat(bank.output()).contains("There is no argument --frsh", "--fresh");
        }
    }

    @Test
    void refusesASettingThatIsWrong() throws Exception {
        try (BankProcess bank = BankProcess.start(directory, Map.of("HTTP_PORT", "abc"))) {
            assertThat(bank.exitCode()).isEqualTo(2);
            assertThat(bank.output())
                    .contains(
                            "http.port must be a whole number, and is \"abc\"",
                            "Set it in application.properties, as -Dhttp.port=",
                            "or as HTTP_PORT=")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void saysThatItsPortIsTaken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
                BankProcess bank =
                        BankProcess.start(directory, Map.of("HTTP_PORT", Integer.toString(taken.getLocalPort())))) {
            assertThat(bank.exitCode()).isEqualTo(3);
            assertThat(bank.output())
                    .contains("HTTP cannot listen on 127.0.0.1:" + taken.getLocalPort(), "http.port (HTTP_PORT)")
                    .doesNotContain("\tat ");
        }
    }

    @Test
    void goesOnAfterAKillAndKeepsItsDirectoryToItself() throws Exception {
        try (BankProcess first = BankProcess.start(directory, SHORT_SESSIONS)) {
            first.bank().command(DEPOSIT);
            try (BankProcess second = BankProcess.start(directory)) {
                assertThat(second.exitCode()).isEqualTo(3);
                assertThat(second.output())
                        .contains("is in use by a broker of process " + first.pid(), "EMBEDDED_DIRECTORY")
                        .doesNotContain("\tat ");
            }
            first.bank().command(BankHttp.withdraw("alice", 30));
            first.kill();
        }
        try (BankProcess again = BankProcess.start(directory, SHORT_SESSIONS)) {
            assertThat(again.bank().balance("alice")).isEqualTo(new Balance("alice", 2, BigDecimal.valueOf(70)));
            assertThat(again.bank().command(DEPOSIT).headers().firstValue("ETag"))
                    .hasValue("\"3\"");
            assertThat(eventIds(again)).hasSize(3).doesNotHaveDuplicates();
        }
    }

    @Test
    void answersRequestsUnderWayWhenItIsToldToStopAndStartsFreshWhenTold() throws Exception {
        Map<String, String> slowCommits = Map.of("KAFKA_COMMIT_INTERVAL_MS", "2000");
        try (BankProcess bank = BankProcess.start(directory, slowCommits)) {
            CompletableFuture<HttpResponse<String>> underWay = bank.bank().commandAsync(DEPOSIT);
            awaitCommand(bank);
            bank.terminate();

            assertThat(underWay.join().statusCode()).isEqualTo(200);
            assertThat(bank.exitCode()).isEqualTo(143);
            assertThat(bank.output())
                    .contains("Stopping HTTP", "Stopping the embedded broker")
                    .doesNotContain("\tat ");
        }
        try (BankProcess bank = BankProcess.start(directory)) {
            assertThat(bank.bank().balance("alice")).isEqualTo(new Balance("alice", 1, BigDecimal.valueOf(100)));
            bank.terminate();
            assertThat(bank.exitCode()).isEqualTo(143);
        }
        try (BankProcess bank = BankProcess.start(directory, Map.of(), "--fresh")) {
            assertThat(bank.bank().account("alice").statusCode()).isEqualTo(404);
            assertThat(bank.bank().http().get("/accounts/all").body()).isEqualTo("[]");
        }
    }

    private static void awaitCommand(BankProcess bank) throws InterruptedException {
        try (Consumer<byte[], byte[]> consumer = consumer(bank, "read_uncommitted", "bank.accounts.commands")) {
            await().atMost(Duration.ofMinutes(1))
                    .until(() -> !consumer.poll(Duration.ofMillis(100)).isEmpty());
        }
    }

    private static List<String> eventIds(BankProcess bank) throws InterruptedException {
        List<String> ids = new ArrayList<>();
        try (Consumer<byte[], byte[]> consumer = consumer(bank, "read_committed", "bank.accounts.events")) {
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(100))
                        .forEach(event -> ids.add(
                                new String(event.headers().lastHeader("ce_id").value(), UTF_8)));
                return ids.size() >= 3;
            });
        }
        return ids;
    }

    private static Consumer<byte[], byte[]> consumer(BankProcess bank, String isolation, String topic)
            throws InterruptedException {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                bank.bootstrapServers(),
                "isolation.level",
                isolation,
                "auto.offset.reset",
                "earliest");
        Consumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        return consumer;
    }
}
