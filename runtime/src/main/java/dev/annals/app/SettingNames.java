package dev.annals.app;

import io.smallrye.config.SmallRyeConfig;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The names of all settings, and what is said about a wrong one. */
final class SettingNames {

    private static final List<String> ALL = List.of(
            "http.host",
            "http.port",
            "http.max.body.bytes",
            "http.max.header.bytes",
            "http.max.url.bytes",
            "http.head.timeout.ms",
            "http.body.timeout.ms",
            "http.idle.timeout.ms",
            "http.max.commands.in.flight",
            "http.max.bytes.in.flight",
            "http.max.feeds",
            "http.feed.write.timeout.ms",
            "http.feed.heartbeat.ms",
            "http.reply.timeout.ms",
            "http.tls.keystore.path",
            "http.tls.keystore.password",
            "http.tls.truststore.path",
            "http.tls.truststore.password",
            "commands.deduplication.window.ms",
            "instances.wait.ms",
            "projections.on.error",
            "reactions.max.hops",
            "reactions.lost.offsets",
            "subscriptions.concurrency",
            "subscriptions.lost.offsets",
            "subscriptions.max.in.flight",
            "subscriptions.attempts",
            "subscriptions.backoff.ms",
            "subscriptions.max.backoff.ms",
            "subscriptions.drain.ms",
            "sql.url",
            "sql.user",
            "sql.password",
            "sql.connections",
            "sql.migrations",
            "sql.batch.events",
            "sql.attempts",
            "sql.timeout.ms",
            "topics.partitions",
            "topics.replication.factor",
            "schemas.registry",
            "schemas.topic",
            "schemas.lookup.timeout.ms",
            "schemas.url",
            "schemas.user",
            "schemas.password",
            "schemas.token",
            "schemas.truststore.path",
            "schemas.truststore.password",
            "schemas.keystore.path",
            "schemas.keystore.password",
            "state.orphans",
            "state.missing",
            "rebuild.threads",
            "rebuild.directory",
            "stop.delay.ms",
            "embedded.directory",
            "embedded.port");

    private static final List<String> PREFIXES = List.of(
            "http.",
            "commands.",
            "instances.",
            "projections.",
            "reactions.",
            "subscriptions.",
            "sql.",
            "stop.",
            "topics.",
            "schemas.",
            "state.",
            "rebuild.",
            "embedded.");

    private SettingNames() {}

    /** Refuses a misspelt setting in a properties file; the environment and system properties hold what is others'. */
    static void requireKnown(SmallRyeConfig config) {
        for (ConfigSource source : config.getConfigSources()) {
            if (!source.getName().contains("Properties")) {
                continue;
            }
            for (String name : source.getPropertyNames()) {
                if (PREFIXES.stream().anyMatch(name::startsWith) && !ALL.contains(name)) {
                    throw new StartException(
                            ExitCode.WRONG_SETTING,
                            "There is no setting %s (%s). Did you mean %s? The settings are: %s"
                                    .formatted(name, source.getName(), nearest(name), String.join(", ", ALL)));
                }
            }
        }
    }

    static StartException wrong(SmallRyeConfig config, String name, String value, String expected) {
        String source = config.getConfigValue(name).getSourceName();
        return new StartException(
                ExitCode.WRONG_SETTING,
                "%s must be %s, and is \"%s\" (%s). Set it in application.properties, as -D%s=…, or as %s=…"
                        .formatted(name, expected, value, source, name, environmentName(name)));
    }

    private static String nearest(String name) {
        return Collections.min(ALL, Comparator.comparingInt(known -> distance(name, known)));
    }

    /** The number of characters to insert, remove or replace (Levenshtein). */
    private static int distance(String from, String to) {
        int[] row = IntStream.rangeClosed(0, to.length()).toArray();
        for (int i = 1; i <= from.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[to.length()];
    }

    static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
