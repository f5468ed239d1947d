package dev.annals.app;

import dev.annals.aggregate.Engine;
import dev.annals.instances.Address;
import dev.annals.reaction.Hops;
import dev.annals.streams.StreamsErrors;
import dev.annals.subscription.Backoff;
import dev.annals.subscription.SubscriptionSettings;
import dev.annals.tls.KeyFile;
import io.smallrye.config.EnvConfigSource;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.config.SysPropConfigSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads {@link Settings} from, strongest first: system properties, environment variables ({@code HTTP_PORT} for {@code
 * http.port}), {@code application.properties} in the working directory, {@code application.properties} on the class path.
 */
final class SettingsReader {

    private static final String FILE = "application.properties";
    private static final int ENVIRONMENT_ORDINAL = 300;
    private static final int WORKING_DIRECTORY_ORDINAL = 260;
    private static final int CLASS_PATH_ORDINAL = 250;
    private static final String KAFKA_PREFIX = "kafka.";
    private static final String AUTH_PREFIX = "auth.";
    private static final long LONGEST_WINDOW_MS = Duration.ofDays(30).toMillis();
    private static final Pattern ENVIRONMENT_NAME = Pattern.compile("[A-Z0-9_]+");

    private final SmallRyeConfig config;

    private SettingsReader(SmallRyeConfig config) {
        this.config = config;
    }

    /**
     * The settings of this process.
     *
     * @throws StartException when one is wrong
     */
    static Settings ofProcess(Path workingDirectory) {
        return ofProcess(workingDirectory, System.getenv());
    }

    static Settings ofProcess(Path workingDirectory, Map<String, String> environment) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new SysPropConfigSource(), new EnvConfigSource(environment, ENVIRONMENT_ORDINAL));
        try {
            URL resource = Thread.currentThread().getContextClassLoader().getResource(FILE);
            if (resource != null) {
                builder.withSources(new PropertiesConfigSource(resource, CLASS_PATH_ORDINAL));
            }
            Path file = workingDirectory.resolve(FILE);
            if (Files.isRegularFile(file)) {
                builder.withSources(new PropertiesConfigSource(file.toUri().toURL(), WORKING_DIRECTORY_ORDINAL));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + FILE, e);
        }
        return new SettingsReader(builder.build()).read();
    }

    /** The settings in this map, and defaults for the rest; neither the environment nor files are looked at. */
    static Settings of(Map<String, String> values) {
        SmallRyeConfig config = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withSources(new PropertiesConfigSource(values, "given", CLASS_PATH_ORDINAL))
                .build();
        return new SettingsReader(config).read();
    }

    private Settings read() {
        SettingNames.requireKnown(config);
        return new Settings(
                new Settings.Http(
                        text("http.host", "127.0.0.1"),
                        (int) wholeNumber("http.port", 8080, 0, 65_535),
                        new LimitsReader(this).read(),
                        Duration.ofMillis(wholeNumber("http.reply.timeout.ms", 10_000, 1, Integer.MAX_VALUE)),
                        tls(),
                        new LimitsReader(this).readFeeds()),
                new Settings.Commands(Duration.ofMillis(wholeNumber(
                        "commands.deduplication.window.ms",
                        Engine.DEFAULT_DEDUPLICATION_WINDOW.toMillis(),
                        0,
                        LONGEST_WINDOW_MS))),
                new Settings.Instances(
                        server(), Duration.ofMillis(wholeNumber("instances.wait.ms", 5_000, 0, 600_000))),
                new Settings.Projections(onError()),
                new Settings.Reactions(
                        (int) wholeNumber("reactions.max.hops", Hops.DEFAULT_MAX, 1, 10_000),
                        lostOffsets("reactions.lost.offsets")),
                subscriptions(),
                lostOffsets("subscriptions.lost.offsets"),
                new SqlSettingsReader(this).read(subscriptions()),
                new Settings.Topics((int) wholeNumber("topics.partitions", 6, 1, 10_000), (short)
                        wholeNumber("topics.replication.factor", -1, -1, Short.MAX_VALUE)),
                new SchemaSettingsReader(this).read(),
                new StateSettingsReader(this).read(),
                new Settings.Embedded(
                        directory("embedded.directory", ".annals"), (int) wholeNumber("embedded.port", 0, 0, 65_535)),
                Duration.ofMillis(wholeNumber("stop.delay.ms", 0, 0, 600_000)),
                all(AUTH_PREFIX, AUTH_PREFIX),
                kafka(),
                this::find);
    }

    private Settings.LostOffsets lostOffsets(String name) {
        String text = text(name, "refuse");
        return Arrays.stream(Settings.LostOffsets.values())
                .filter(each -> each.name().toLowerCase(Locale.ROOT).equals(text))
                .findFirst()
                .orElseThrow(() -> wrong(name, text, "refuse, beginning or now"));
    }

    private SubscriptionSettings subscriptions() {
        SubscriptionSettings defaults = SubscriptionSettings.DEFAULT;
        return new SubscriptionSettings(
                (int) wholeNumber("subscriptions.concurrency", defaults.concurrency(), 1, 10_000),
                (int) wholeNumber("subscriptions.max.in.flight", defaults.maxInFlight(), 1, 1_000_000),
                (int) wholeNumber("subscriptions.attempts", defaults.attempts(), 1, 1_000_000),
                new Backoff(
                        millis("subscriptions.backoff.ms", defaults.backoff().first()),
                        millis(
                                "subscriptions.max.backoff.ms",
                                defaults.backoff().longest())),
                millis("subscriptions.drain.ms", defaults.drain()));
    }

    private Duration millis(String name, Duration otherwise) {
        return Duration.ofMillis(wholeNumber(name, otherwise.toMillis(), 0, Integer.MAX_VALUE));
    }

    private StreamsErrors.OnError onError() {
        String text = text("projections.on.error", "dead-letter");
        return switch (text) {
            case "dead-letter" -> StreamsErrors.OnError.DEAD_LETTER;
            case "stop" -> StreamsErrors.OnError.STOP;
            default -> throw wrong("projections.on.error", text, "dead-letter or stop");
        };
    }

    String text(String name, String otherwise) {
        return find(name).orElse(otherwise);
    }

    Optional<String> find(String name) {
        return config.getOptionalValue(name, String.class);
    }

    StartException wrong(String name, String value, String expected) {
        return SettingNames.wrong(config, name, value, expected);
    }

    Path directory(String name, String otherwise) {
        String text = text(name, otherwise);
        try {
            return Path.of(text);
        } catch (InvalidPathException e) {
            throw wrong(name, text, "a directory");
        }
    }

    long wholeNumber(String name, long otherwise, long min, long max) {
        String text = text(name, Long.toString(otherwise)).trim();
        try {
            long value = Long.parseLong(text);
            if (value >= min && value <= max) {
                return value;
            }
        } catch (NumberFormatException e) {
            throw wrong(name, text, "a whole number");
        }
        throw wrong(name, text, "from " + min + " to " + max);
    }

    private Optional<Settings.Tls> tls() {
        KeyFileReader keyFiles = new KeyFileReader(this);
        Optional<KeyFile> trustStore = keyFiles.read("http.tls.truststore");
        Optional<KeyFile> keyStore = keyFiles.read("http.tls.keystore");
        if (trustStore.isPresent() && keyStore.isEmpty()) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "http.tls.truststore.path needs http.tls.keystore.path: without it, there is no TLS");
        }
        return keyStore.map(file -> new Settings.Tls(file, trustStore));
    }

    private Optional<Address> server() {
        Optional<String> text = find("application.server");
        try {
            return text.map(Address::parse);
        } catch (IllegalArgumentException e) {
            throw wrong("application.server", text.orElse(""), "host:port, where other instances reach this one");
        }
    }

    private Map<String, String> kafka() {
        Map<String, String> kafka = all(KAFKA_PREFIX, "");
        find("application.server").ifPresent(value -> kafka.put("application.server", value));
        return kafka;
    }

    /** All settings that start with a prefix, which is replaced by another. */
    private Map<String, String> all(String prefix, String replacement) {
        Map<String, String> found = new TreeMap<>();
        for (String name : config.getPropertyNames()) {
            String dotted = dotted(name);
            if (dotted.startsWith(prefix)) {
                find(dotted).ifPresent(value -> found.put(replacement + dotted.substring(prefix.length()), value));
            }
        }
        return found;
    }

    private static String dotted(String name) {
        return ENVIRONMENT_NAME.matcher(name).matches()
                ? name.toLowerCase(Locale.ROOT).replace('_', '.')
                : name;
    }
}
