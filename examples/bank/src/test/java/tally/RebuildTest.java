package tally;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.annals.app.ExitCode;
import dev.annals.app.StartException;
import dev.annals.testkit.AggregateTopics;
import dev.annals.testkit.TestService;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tally.Request.AddAmount;
import tally.Request.DropCounter;
import tally.Request.RefuseCounter;

/** What a rebuild makes of stores and snapshots, beside what the running service wrote. */
final class RebuildTest {

    private static final String CHANGELOG = "tally-counters-changelog";
    private static final String SNAPSHOTS = "tally.counters.snapshots";
    private static final int COUNTERS = 40;

    private static final Map<String, String> PARTITIONS = Map.of("topics.partitions", "3");

    @TempDir
    private Path directory;

    private TestService service;
    private AggregateTopics<String, Request, Happening, Counter> topics;

    @BeforeEach
    void start() {
        service = TestService.start(TallyService::new, PARTITIONS);
        topics = service.topics(new CountersAggregate());
    }

    @AfterEach
    void stop() {
        Rules.reset();
        service.close();
    }

    @Test
    void findsNoDifferenceToWhatTheRunningServiceWrote() {
        count();
        service.stop();

        TallyRebuild rebuild = rebuild("--dry-run");

        assertThat(rebuild.code()).as(rebuild.output()).isEqualTo(ExitCode.STOPPED);
        assertThat(rebuild.count("events read")).isEqualTo(topics.events().size());
        assertThat(rebuild.count("entities")).isEqualTo(COUNTERS);
        assertThat(rebuild.count("unchanged")).isEqualTo(COUNTERS);
    }

    @Test
    void writesWhatTheRunningServiceWroteByteByByte() throws Exception {
        count();
        service.stop();
        Map<String, String> store = last(CHANGELOG, true);
        Map<String, String> snapshots = last(SNAPSHOTS, false);
        spoil();
        assertThat(last(CHANGELOG, true)).isNotEqualTo(store);
        assertThat(last(SNAPSHOTS, false)).isNotEqualTo(snapshots);

        TallyRebuild rebuild = rebuild("counters");

        assertThat(rebuild.code()).as(rebuild.output()).isEqualTo(ExitCode.STOPPED);
        assertThat(rebuild.count("changed")).isEqualTo(1);
        assertThat(rebuild.count("missing")).isEqualTo(2);
        assertThat(rebuild.count("extra")).isEqualTo(1);
        assertThat(rebuild.output()).contains("nobody: was 4 bytes that cannot be read; is without events");
        assertThat(last(CHANGELOG, false)).isEqualTo(store);
        assertThat(last(SNAPSHOTS, false)).isEqualTo(snapshots);
        assertThat(rebuild("--dry-run").code()).isEqualTo(ExitCode.STOPPED);
    }

    @Test
    void rebuildsWhatANewEvolveSaysAndTheServiceGoesOnFromThere() {
        count();
        String before = service.http().get("/counters/one/c3").body();
        service.stop();
        Rules.countEachAs(2);

        assertThat(rebuild("--dry-run").code()).isEqualTo(ExitCode.DIFFERS);
        TallyRebuild rebuild = rebuild();

        // All but those that are deleted.
        assertThat(rebuild.count("changed")).isEqualTo(COUNTERS - COUNTERS / 10);
        assertThat(rebuild().count("unchanged")).isEqualTo(COUNTERS);
        // With the state directory that the service had.
        service.restart(PARTITIONS);
        assertThat(before).contains("\"total\":303");
        assertThat(service.http().get("/counters/one/c3").body())
                .isEqualTo(before.replace("\"total\":303", "\"total\":606"));
        assertThat(service.http().get("/counters/one/c0").statusCode()).isEqualTo(404);
        // With none.
        service.restart(Map.of(
                "topics.partitions",
                "3",
                "kafka.state.dir",
                directory.resolve("new").toString()));
        assertThat(service.http().get("/counters/one/c3").body()).contains("\"total\":606");
        topics.send(new AddAmount("c3", 1, 1));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(
                        () -> assertThat(service.http().get("/counters/one/c3").body())
                                .contains("\"total\":608"));
    }

    @Test
    void stopsAtAnEventThatEvolveCannotTakeAndWritesNothing() {
        count();
        service.stop();
        Map<String, String> store = last(CHANGELOG, true);
        Rules.countEachAs(2);
        Rules.forbid(7);

        TallyRebuild rebuild = rebuild();

        assertThat(rebuild.code()).isEqualTo(ExitCode.NOT_REBUILT);
        assertThat(rebuild.output())
                .containsPattern(
                        "tally\\.counters\\.events-\\d@\\d+, a tally\\.Happening\\.AmountAdded of c7 at .*: evolve"
                                + " threw java\\.lang\\.IllegalStateException: An amount of 7 is forbidden now");
        assertThat(last(CHANGELOG, true)).isEqualTo(store);

        TallyRebuild skipping = rebuild("--skip-unreadable");

        assertThat(skipping.code()).isEqualTo(ExitCode.STOPPED);
        assertThat(skipping.count("unreadable events")).isEqualTo(2);
        assertThat(skipping.count("changed")).isEqualTo(COUNTERS - COUNTERS / 10);
    }

    @Test
    void stopsAtAnEventThatTheServiceDidNotWrite() throws Exception {
        count();
        service.stop();
        write(new ProducerRecord<>(
                "tally.counters.events",
                0,
                "c1".getBytes(UTF_8),
                topics.serdes().events().write(new Happening.AmountAdded(1))));

        TallyRebuild rebuild = rebuild();

        assertThat(rebuild.code()).isEqualTo(ExitCode.NOT_REBUILT);
        assertThat(rebuild.output()).contains("it has no ce_sequence");
    }

    @Test
    void isRefusedWhileTheServiceRuns() {
        assertThatThrownBy(() -> rebuild())
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.SERVICE_RUNS))
                .hasMessageContaining("tally runs: its group has")
                .hasMessageContaining("Stop every instance");
    }

    @Test
    void namesWhatThereIsWhereANameIsUnknown() {
        service.stop();

        assertThatThrownBy(() -> rebuild("cuonters"))
                .isInstanceOfSatisfying(
                        StartException.class, e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_SETTING))
                .hasMessage("There is no cuonters to rebuild. There is: counters");
    }

    /** What is left of a process that was killed while it wrote. */
    @Test
    void endsTheTransactionOfAnInterruptedRebuild() throws Exception {
        count();
        service.stop();
        Rules.countEachAs(2);
        try (Producer<byte[], byte[]> killed =
                producer(Map.of("transactional.id", "tally-rebuild-counters-1", "transaction.timeout.ms", "600000"))) {
            killed.initTransactions();
            killed.beginTransaction();
            killed.send(new ProducerRecord<>(CHANGELOG, 1, "half".getBytes(UTF_8), "done".getBytes(UTF_8)))
                    .get();

            TallyRebuild rebuild = rebuild();

            assertThat(rebuild.code()).as(rebuild.output()).isEqualTo(ExitCode.STOPPED);
            assertThat(rebuild.count("extra")).isZero();
        }
        assertThat(rebuild().count("unchanged")).isEqualTo(COUNTERS);
    }

    /** Amounts of 1 to 3 events a command, refusals, every tenth deleted at the end, and some of them made again before. */
    private void count() {
        List<Request> commands = new ArrayList<>();
        for (int number = 0; number < COUNTERS; number++) {
            String counter = "c" + number;
            if (number % 4 == 0) {
                commands.add(new AddAmount(counter, 50, 2));
                commands.add(new DropCounter(counter));
            }
            commands.add(new AddAmount(counter, number, 1));
            commands.add(new RefuseCounter(counter));
            commands.add(new AddAmount(counter, 100, 3));
            if (number % 10 == 0) {
                commands.add(new DropCounter(counter));
            }
            if (number == 7) {
                commands.add(new AddAmount(counter, number, 1));
            }
        }
        topics.sendAll(commands);
        int events = commands.stream()
                .mapToInt(command -> command instanceof AddAmount add ? add.times() : 1)
                .sum();
        await().atMost(Duration.ofMinutes(1)).until(() -> topics.events().size() == events);
    }

    /** Another value, a value that is gone from one topic and from the other, and one that should not be there. */
    private void spoil() throws Exception {
        byte[] c1 = "c1".getBytes(UTF_8);
        byte[] c2 = "c2".getBytes(UTF_8);
        byte[] c3 = "c3".getBytes(UTF_8);
        write(new ProducerRecord<>(CHANGELOG, partition("c1"), c1, "spoilt".getBytes(UTF_8)));
        write(new ProducerRecord<>(CHANGELOG, partition("c2"), c2, null));
        write(new ProducerRecord<>(SNAPSHOTS, partition("c3"), c3, null));
        write(new ProducerRecord<>(CHANGELOG, 0, "nobody".getBytes(UTF_8), "real".getBytes(UTF_8)));
    }

    private int partition(String counter) {
        return last(CHANGELOG, true).keySet().stream()
                .filter(key -> key.endsWith("/" + counter))
                .mapToInt(key -> Integer.parseInt(key.substring(0, key.indexOf('/'))))
                .findFirst()
                .orElseThrow();
    }

    private void write(ProducerRecord<byte[], byte[]> record) throws InterruptedException, ExecutionException {
        try (Producer<byte[], byte[]> producer = producer(Map.of())) {
            producer.send(record).get();
        }
    }

    private Producer<byte[], byte[]> producer(Map<String, Object> settings) {
        Map<String, Object> config = new HashMap<>(settings);
        config.put("bootstrap.servers", service.bootstrapServers());
        return new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
    }

    private Map<String, String> last(String topic, boolean tombstones) {
        try (Consumer<byte[], byte[]> consumer = service.consumer()) {
            return LastRecords.of(consumer, topic, tombstones);
        }
    }

    private TallyRebuild rebuild(String... args) {
        return TallyRebuild.run(service, directory.resolve("rebuild"), args);
    }
}
