package dev.annals.app;

import io.smallrye.config.SmallRyeConfig;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.config.spi.ConfigSource;

/** The names of all settings, and what is said about a wrong one. */
final class SettingNames {

    private static final List<String> ALL = List.of(
            "http.host",
            "http.port",
            "http.max.body.bytes",
            "http.reply.timeout.ms",
            "topics.partitions",
            "topics.replication.factor",
            "embedded.directory",
            "embedded.port");

    private static final List<String> PREFIXES = List.of("http.", "topics.", "embedded.");

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
                            "There is no setting %s (%s). The settings are: %s"
                                    .formatted(name, source.getName(), String.join(", ", ALL)));
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

    private static String environmentName(String name) {
        return name.toUpperCase(Locale.ROOT).replace('.', '_');
    }
}
