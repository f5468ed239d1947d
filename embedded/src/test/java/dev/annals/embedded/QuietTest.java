package dev.annals.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.annals.broker.BrokerSettings;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A broker that works has nothing to say, unless the user asks. */
final class QuietTest {

    @TempDir
    Path directory;

    @Test
    void logsNothingOverTwoLives() throws Exception {
        Logger root = ((LoggerContext) LoggerFactory.getILoggerFactory()).getLogger(Logger.ROOT_LOGGER_NAME);
        ListAppender<ILoggingEvent> said = new ListAppender<>();
        said.start();
        root.addAppender(said);
        try {
            live("first");
            live("second");
        } finally {
            root.detachAppender(said);
        }
        assertThat(said.list).map(ILoggingEvent::toString).isEmpty();
    }

    @Test
    void setsLevelsTheUserDidNot() {
        LoggerContext context = new LoggerContext();
        LogbackLevels.quiet(context);

        assertThat(level(context, "kafka.server.BrokerServer")).isEqualTo(Level.WARN);
        assertThat(level(context, "org.apache.kafka.raft.KafkaRaftClient")).isEqualTo(Level.WARN);
        assertThat(level(context, "org.apache.kafka.controller.QuorumController"))
                .isEqualTo(Level.ERROR);
        assertThat(level(context, "state.change.logger")).isEqualTo(Level.WARN);
        assertThat(level(context, "bank.Main")).isEqualTo(Level.DEBUG);
    }

    @Test
    void leavesLevelsTheUserSet() {
        LoggerContext context = new LoggerContext();
        context.getLogger("org.apache.kafka").setLevel(Level.INFO);
        context.getLogger("kafka.log").setLevel(Level.TRACE);
        LogbackLevels.quiet(context);

        assertThat(level(context, "org.apache.kafka.controller.QuorumController"))
                .isEqualTo(Level.INFO);
        assertThat(level(context, "kafka.log.LogManager")).isEqualTo(Level.TRACE);
    }

    @Test
    void makesNothingLouder() {
        LoggerContext context = new LoggerContext();
        context.getLogger(Logger.ROOT_LOGGER_NAME).setLevel(Level.OFF);
        LogbackLevels.quiet(context);

        assertThat(level(context, "kafka.server.BrokerServer")).isEqualTo(Level.OFF);
    }

    private static Level level(LoggerContext context, String logger) {
        return context.getLogger(logger).getEffectiveLevel();
    }

    private void live(String topic) throws Exception {
        try (EmbeddedBroker broker = EmbeddedBroker.start(new BrokerSettings(directory, 0, false))) {
            Clients clients = new Clients(broker);
            clients.create(topic);
            clients.send(topic, "hello");
            assertThat(clients.read(topic, 1)).containsExactly("hello");
        }
    }
}
