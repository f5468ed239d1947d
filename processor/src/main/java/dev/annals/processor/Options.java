package dev.annals.processor;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Location;
import java.util.Map;
import java.util.Set;

/** The processor's options. */
final class Options {

    private static final String NAMING = "annals.naming";

    private Options() {}

    static Set<String> names() {
        return Set.of(NAMING);
    }

    /** Warns of values that do nothing. (Of options that nobody knows, javac warns.) */
    static void check(Map<String, String> options, Diagnostics diagnostics) {
        String naming = options.getOrDefault(NAMING, "on");
        if (!Set.of("on", "off").contains(naming)) {
            diagnostics.warning(
                    Code.UNKNOWN_OPTION, Location.NONE, "-A%s=%s means nothing: write on or off", NAMING, naming);
        }
    }

    /** Whether names that break the conventions are warned of. */
    static boolean naming(Map<String, String> options) {
        return !"off".equals(options.get(NAMING));
    }
}
