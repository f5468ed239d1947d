package dev.annals.embedded;

import org.slf4j.ILoggerFactory;
import org.slf4j.LoggerFactory;

/** Keeps the broker to warnings unless the user has said otherwise: at INFO it tells more than the application does. */
final class Logs {

    private Logs() {}

    static void quiet() {
        ILoggerFactory backend = LoggerFactory.getILoggerFactory();
        // Compared by name, for the class itself may be absent.
        if (backend.getClass().getName().equals("ch.qos.logback.classic.LoggerContext")) {
            LogbackLevels.quiet(backend);
        }
    }
}
