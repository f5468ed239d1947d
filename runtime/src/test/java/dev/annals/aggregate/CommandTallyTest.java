package dev.annals.aggregate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.annals.aggregate.CommandMetrics.Result;
import dev.annals.aggregate.Counters.Action;
import dev.annals.aggregate.Counters.Command;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommandTallyTest {

    @TempDir
    Path stateDirectory;

    @Test
    void commandsAreCountedByWhatBecameOfThemWhenThatIsCommitted() {
        try (CountersTopology counters = new CountersTopology(stateDirectory)) {
            for (int i = 0; i < 100; i++) {
                counters.send(Command.of("a", Action.ADD));
            }
            counters.send(Command.of("a", Action.DECLINE));
            counters.send(Command.of("a", Action.REJECT));
            counters.send(Command.of("a", Action.THROW));
            counters.send(Command.of("a", Action.ADD), "annals.if-match", "7");
            counters.send("a".getBytes(StandardCharsets.UTF_8), new byte[] {1});
            counters.send(Command.of("a", Action.ADD), "ce_id", "m1", "annals.request", "r1");
            counters.send(Command.of("a", Action.ADD), "ce_id", "m1", "annals.request", "r2");
            assertThat(counters.metrics().results()).isEmpty();

            counters.commit();
            counters.commit();

            assertThat(counters.metrics().results())
                    .isEqualTo(Map.of(
                            Result.RECORDED, 101,
                            Result.REFUSED, 1,
                            Result.REJECTED, 1,
                            Result.CONDITION_FAILED, 1,
                            Result.FAILED, 2,
                            Result.REPEATED, 1));
            assertThat(counters.metrics().deadLetters())
                    .isEqualTo(Map.of(Outcome.Stage.DECIDE, 1, Outcome.Stage.READ, 1));
            assertThat(counters.metrics().times()).isEqualTo(107);
        }
    }
}
