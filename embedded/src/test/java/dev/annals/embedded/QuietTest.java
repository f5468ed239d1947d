package dev.annals.embedded;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that works has nothing to say, unless the user asks. */
final class QuietTest {

    @TempDir
    Path directory;

    @Test
    void printsNothingOverTwoLivesAndLetsTheProcessEnd() throws Exception {
        Process process = Jvm.start(QuietLives.class, directory);
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);

        assertThat(output).isEmpty();
        assertThat(process.waitFor()).isZero();
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
}
