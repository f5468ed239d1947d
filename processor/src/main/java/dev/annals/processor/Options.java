package dev.annals.processor;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.gate.GateSettings;
import dev.annals.processor.model.Location;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The processor's options. */
final class Options {

    private static final String NAMING = "annals.naming";
    private static final String SCHEMAS = "annals.schemas";
    private static final String ACCEPT = "annals.schemas.accept";
    private static final String COMPATIBILITY = "annals.compatibility";

    /** The values of those options that take no others, the default first. */
    private static final Map<String, List<String>> VALUES = values();

    private Options() {}

    private static Map<String, List<String>> values() {
        Map<String, List<String>> values = new LinkedHashMap<>();
        values.put(NAMING, List.of("on", "off"));
        values.put(ACCEPT, List.of("false", "true"));
        values.put(COMPATIBILITY, List.of("full", "backward"));
        return values;
    }

    static Set<String> names() {
        Set<String> names = new LinkedHashSet<>(VALUES.keySet());
        names.add(SCHEMAS);
        return names;
    }

    /** Warns of values that do nothing. (Of options that nobody knows, javac warns.) */
    static void check(Map<String, String> options, Diagnostics diagnostics) {
        VALUES.forEach((option, values) -> {
            String value = options.getOrDefault(option, values.get(0));
            if (!values.contains(value)) {
                diagnostics.warning(
                        Code.UNKNOWN_OPTION,
                        Location.NONE,
                        "-A%s=%s means nothing: write %s",
                        option,
                        value,
                        String.join(" or ", values));
            }
        });
    }

    /** Whether names that break the conventions are warned of. */
    static boolean naming(Map<String, String> options) {
        return !"off".equals(options.get(NAMING));
    }

    /** What the gate does; nothing where no folder of released schemas is named. */
    static Optional<GateSettings> gate(Map<String, String> options) {
        return Optional.ofNullable(options.get(SCHEMAS))
                .filter(directory -> !directory.isBlank())
                .map(directory -> new GateSettings(
                        Path.of(directory),
                        "true".equals(options.get(ACCEPT)),
                        !"backward".equals(options.get(COMPATIBILITY))));
    }
}
