package dev.annals.embedded;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.util.List;
import org.slf4j.ILoggerFactory;

/** Sets levels in Logback; not to be touched where Logback is not what slf4j is bound to. */
final class LogbackLevels {

    private static final String KAFKA = "org.apache.kafka";
    private static final List<String> OTHERS = List.of("kafka", "state.change.logger");

    /** Warns at every start that it starts; what goes wrong in it is also reported by {@link Faults}. */
    private static final String CONTROLLER = "org.apache.kafka.controller.QuorumController";

    private LogbackLevels() {}

    static void quiet(ILoggerFactory backend) {
        LoggerContext context = (LoggerContext) backend;
        boolean unset = context.getLogger(KAFKA).getLevel() == null;
        raise(context.getLogger(KAFKA), Level.WARN);
        OTHERS.forEach(name -> raise(context.getLogger(name), Level.WARN));
        if (unset && context.getLogger(CONTROLLER).getEffectiveLevel() == Level.WARN) {
            raise(context.getLogger(CONTROLLER), Level.ERROR);
        }
    }

    private static void raise(Logger logger, Level level) {
        // A level the user gave stands, and what is quieter still is not to be made louder.
        boolean inherited = logger.getLevel() == null;
        if (inherited && !logger.getEffectiveLevel().isGreaterOrEqual(level)) {
            logger.setLevel(level);
        }
    }
}
