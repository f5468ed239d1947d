package dev.annals.processor;

import java.util.Map;
import java.util.Set;

/** The processor's options. */
final class Options {

    private static final String NAMING = "annals.naming";

    private Options() {}

    static Set<String> names() {
        return Set.of(NAMING);
    }

    /** Whether names that break the conventions are warned of. */
    static boolean naming(Map<String, String> options) {
        return !"off".equals(options.get(NAMING));
    }
}
