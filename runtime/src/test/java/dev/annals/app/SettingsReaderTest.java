package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.feed.FeedLimits;
import dev.annals.http.Limits;
import dev.annals.sql.ReadModelSettings;
import dev.annals.streams.StreamsErrors;
import dev.annals.subscription.SubscriptionSettings;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Settings have one name in three spellings, and the strongest source wins. */
class SettingsReaderTest {

    private final ClassLoader classLoader = Thread.currentThread().getContextClassLoader();
    private final Map<String, String> environment = new HashMap<>();

    @TempDir
    private Path workingDirectory;

    @AfterEach
    void restore() {
        System.clearProperty("http.port");
        System.clearProperty("kafka.linger.ms");
        Thread.currentThread().setContextClassLoader(classLoader);
    }

    private static final SqlSettings SQL = new SqlSettings(
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            10,
            "classpath:db/migration",
            new ReadModelSettings(
                    500,
                    5,
                    Duration.ofSeconds(30),
                    SubscriptionSettings.DEFAULT.backoff(),
                    SubscriptionSettings.DEFAULT.drain()));

    @Test
    void defaults() {
        Settings settings = read();

        assertThat(settings)
                .isEqualTo(new Settings(
                        new Settings.Http(
                                "127.0.0.1",
                                8080,
                                Limits.DEFAULT,
                                Duration.ofSeconds(10),
                                Optional.empty(),
                                FeedLimits.DEFAULT),
                        new Settings.Commands(Duration.ofHours(1)),
                        new Settings.Instances(Optional.empty(), Duration.ofSeconds(5)),
                        new Settings.Projections(StreamsErrors.OnError.DEAD_LETTER),
                        new Settings.Reactions(32, Settings.LostOffsets.REFUSE),
                        SubscriptionSettings.DEFAULT,
                        Settings.LostOffsets.REFUSE,
                        SQL,
                        new Settings.Topics(6, (short) -1),
                        new SchemaSettings.InKafka("schemas-v1", Duration.ofSeconds(1)),
                        new Settings.State(
                                false,
                                false,
                                Runtime.getRuntime().availableProcessors(),
                                Path.of(".annals", "rebuild")),
                        new Settings.Embedded(Path.of(".annals"), 0),
                        Duration.ZERO,
                        Map.of(),
                        Map.of(),
                        settings.others()));
        assertThat(SettingsReader.of(Map.of()))
                .usingRecursiveComparison()
                .ignoringFields("others")
                .isEqualTo(settings);
    }

    @Test
    void strongestSourceWins(@TempDir Path classPath) throws IOException {
        Files.writeString(classPath.resolve("application.properties"), "http.port=1\n");
        Thread.currentThread()
                .setContextClassLoader(
                        new URLClassLoader(new URL[] {classPath.toUri().toURL()}));
        assertThat(read().http().port()).isEqualTo(1);
        file("http.port=2");
        assertThat(read().http().port()).isEqualTo(2);
        environment.put("HTTP_PORT", "3");
        assertThat(read().http().port()).isEqualTo(3);
        System.setProperty("http.port", "4");
        assertThat(read().http().port()).isEqualTo(4);
    }

    @Test
    void everySettingHasItsEnvironmentVariable() {
        environment.put("HTTP_HOST", "0.0.0.0");
        environment.put("HTTP_PORT", "0");
        environment.put("HTTP_MAX_BODY_BYTES", "7");
        environment.put("HTTP_MAX_HEADER_BYTES", "8");
        environment.put("HTTP_MAX_URL_BYTES", "9");
        environment.put("HTTP_HEAD_TIMEOUT_MS", "10");
        environment.put("HTTP_BODY_TIMEOUT_MS", "11");
        environment.put("HTTP_IDLE_TIMEOUT_MS", "12");
        environment.put("HTTP_MAX_COMMANDS_IN_FLIGHT", "13");
        environment.put("HTTP_MAX_BYTES_IN_FLIGHT", "14");
        environment.put("HTTP_REPLY_TIMEOUT_MS", "250");
        environment.put("COMMANDS_DEDUPLICATION_WINDOW_MS", "0");
        environment.put("INSTANCES_WAIT_MS", "0");
        environment.put("PROJECTIONS_ON_ERROR", "stop");
        environment.put("TOPICS_PARTITIONS", "12");
        environment.put("TOPICS_REPLICATION_FACTOR", "3");
        environment.put("SCHEMAS_REGISTRY", "kafka");
        environment.put("SCHEMAS_TOPIC", "my-schemas");
        environment.put("SCHEMAS_LOOKUP_TIMEOUT_MS", "20");
        environment.put("STATE_ORPHANS", "keep");
        environment.put("STATE_MISSING", "ignore");
        environment.put("REBUILD_THREADS", "3");
        environment.put("REBUILD_DIRECTORY", "/tmp/r");
        environment.put("EMBEDDED_DIRECTORY", "/tmp/x");
        environment.put("EMBEDDED_PORT", "9092");
        environment.put("STOP_DELAY_MS", "7");
        environment.put("AUTH_PROVIDER", "jwt");
        environment.put("AUTH_JWT_ISSUER", "me");
        environment.put("HTTP_MAX_FEEDS", "15");
        environment.put("HTTP_FEED_WRITE_TIMEOUT_MS", "16");
        environment.put("HTTP_FEED_HEARTBEAT_MS", "17");

        Settings settings = read();

        assertThat(settings)
                .isEqualTo(new Settings(
                        new Settings.Http(
                                "0.0.0.0",
                                0,
                                new Limits(
                                        7,
                                        8,
                                        9,
                                        Duration.ofMillis(10),
                                        Duration.ofMillis(11),
                                        Duration.ofMillis(12),
                                        13,
                                        14),
                                Duration.ofMillis(250),
                                Optional.empty(),
                                new FeedLimits(15, Duration.ofMillis(16), Duration.ofMillis(17))),
                        new Settings.Commands(Duration.ZERO),
                        new Settings.Instances(Optional.empty(), Duration.ZERO),
                        new Settings.Projections(StreamsErrors.OnError.STOP),
                        new Settings.Reactions(32, Settings.LostOffsets.REFUSE),
                        SubscriptionSettings.DEFAULT,
                        Settings.LostOffsets.REFUSE,
                        SQL,
                        new Settings.Topics(12, (short) 3),
                        new SchemaSettings.InKafka("my-schemas", Duration.ofMillis(20)),
                        new Settings.State(true, true, 3, Path.of("/tmp/r")),
                        new Settings.Embedded(Path.of("/tmp/x"), 9092),
                        Duration.ofMillis(7),
                        Map.of("auth.provider", "jwt", "auth.jwt.issuer", "me"),
                        Map.of(),
                        settings.others()));
        assertThat(settings.others().find("auth.provider")).contains("jwt");
        assertThat(settings.others().find("reports.directory")).isEmpty();
    }

    @Test
    void kafkaSettingsGoThroughInAllSpellings() throws IOException {
        file("kafka.acks=all\nkafka.producer.batch.size=1\nkafka.linger.ms=1");
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "broker:9092");
        environment.put("KAFKA_SSL_KEYSTORE_LOCATION", "/k");
        environment.put("KAFKA_PRODUCER_BATCH_SIZE", "2");
        environment.put("APPLICATION_SERVER", "me:8080");
        System.setProperty("kafka.linger.ms", "3");

        assertThat(read().kafka())
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "acks", "all",
                        "bootstrap.servers", "broker:9092",
                        "ssl.keystore.location", "/k",
                        "producer.batch.size", "2",
                        "linger.ms", "3",
                        "application.server", "me:8080"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "http.port             | x     | a whole number",
                "http.port             | 65536 | from 0 to 65535",
                "http.port             | -1    | from 0 to 65535",
                "http.port             | 1.5   | a whole number",
                "topics.partitions     | 0     | from 1 to 10000",
                "http.reply.timeout.ms | 10s   | a whole number",
                "http.max.body.bytes   | 1MB   | a whole number"
            })
    void wrongValueIsNamedWithWhatIsExpectedAndHowToSetIt(String name, String value, String expected)
            throws IOException {
        file(name + "=" + value);

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(this::read)
                .withMessageStartingWith("%s must be %s, and is \"%s\" (".formatted(name, expected, value))
                .withMessageContaining(
                        workingDirectory.resolve("application.properties").toString())
                .withMessageEndingWith("Set it in application.properties, as -D%s=…, or as %s=…"
                        .formatted(name, name.toUpperCase(Locale.ROOT).replace('.', '_')))
                .satisfies(e -> assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_SETTING));
    }

    @Test
    void misspeltSettingInAFileIsNamedWithThoseThatThereAre() throws IOException {
        file("http.prot=8081");

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(this::read)
                .withMessageStartingWith("There is no setting http.prot (")
                .withMessageContaining("Did you mean http.port?")
                .withMessageContaining("topics.partitions");
    }

    @Test
    void misspeltSettingAmongGivenOnesIsRefused() {
        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> SettingsReader.of(Map.of("http.prot", "8081")))
                .withMessageContaining("Did you mean http.port?");
    }

    @Test
    void whatOthersHaveInTheSameFileIsTheirs() throws IOException {
        file("bank.limit=7\nlogging.level=debug");
        environment.put("HTTP_PROXY", "http://proxy");

        assertThat(read().http().port()).isEqualTo(8080);
    }

    private Settings read() {
        return SettingsReader.ofProcess(workingDirectory, environment);
    }

    private void file(String text) throws IOException {
        Files.writeString(workingDirectory.resolve("application.properties"), text);
    }
}
