package dev.annals.reliability.check;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Account;
import bank.Movement;
import dev.annals.reliability.check.Recorded.Event;
import dev.annals.reliability.check.Recorded.Snapshot;
import dev.annals.reliability.load.Command;
import dev.annals.reliability.load.Command.Fate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Each kind of broken promise is named. */
class InvariantsTest {

    private final List<Command> commands = new ArrayList<>(List.of(
            new Command("c1", "a", 100, Fate.ACCEPTED),
            new Command("c2", "a", -30, Fate.ACCEPTED),
            new Command("c3", "a", -500, Fate.REFUSED)));
    private final List<Event> events = new ArrayList<>(List.of(
            deposited("a", 1, "c1", 100),
            withdrawn("a", 2, "c2", 30),
            new Event("a", 0, "c3", new Movement.InsufficientFunds(BigDecimal.valueOf(500), BigDecimal.valueOf(70)))));
    private final Map<String, Snapshot> snapshots = new HashMap<>(Map.of("a", snapshot(2, 70)));
    private final List<String> poison = new ArrayList<>(List.of("poison-1"));
    private final List<String> deadLetters = new ArrayList<>(List.of("poison-1"));

    @Test
    void keptPromisesHaveNoViolations() {
        assertThat(violations()).isEmpty();
    }

    @Test
    void lostCommand() {
        events.remove(1);
        snapshots.put("a", snapshot(1, 100));

        assertViolation("Command Command[id=c2", "was acknowledged, and led to []");
    }

    @Test
    void commandDecidedTwice() {
        events.add(deposited("a", 3, "c1", 100));
        snapshots.put("a", snapshot(3, 170));

        assertViolation("Command Command[id=c1", "was acknowledged, and led to [");
    }

    @Test
    void refusedCommandThatMovesMoney() {
        events.add(deposited("a", 3, "c3", 1));
        snapshots.put("a", snapshot(3, 71));

        assertViolation("Command Command[id=c3", "was refused, and led to");
    }

    @Test
    void eventThatNobodyAskedFor() {
        events.add(deposited("a", 3, "c9", 5));
        snapshots.put("a", snapshot(3, 75));

        assertViolation("Nobody knows of the command that led to");
        commands.add(new Command("", "a", 5, Fate.UNKNOWN));
        assertThat(violations()).isEmpty();
    }

    @Test
    void gapAndRepeatInASequence() {
        events.set(1, withdrawn("a", 3, "c2", 30));
        assertViolation("After sequence 1 of its account comes");

        events.set(1, withdrawn("a", 1, "c2", 30));
        assertViolation("After sequence 1 of its account comes");
    }

    @Test
    void balanceBelowZero() {
        commands.add(new Command("c4", "a", -100, Fate.ACCEPTED));
        events.add(withdrawn("a", 3, "c4", 100));
        snapshots.put("a", snapshot(3, -30));

        assertViolation("The balance is -30 after");
    }

    @Test
    void snapshotThatIsNotWhatEventsLeadTo() {
        snapshots.put("a", snapshot(2, 71));
        snapshots.put("b", snapshot(1, 0));

        assertViolation("The events of a lead to", "b has a snapshot and no events", "There is 71 in the accounts");
    }

    @Test
    void poisonThatIsLostOrSetAsideTwice() {
        poison.add("poison-2");
        deadLetters.addAll(List.of("poison-1", "c1"));

        assertViolation("Record poison-1 is 2 times", "Record poison-2 is 0 times", "Command c1 is a dead letter");
    }

    private List<String> violations() {
        return Invariants.violations(
                commands, poison, new Recorded(events, snapshots, deadLetters, Map.of(), List.of()));
    }

    private void assertViolation(String... parts) {
        assertThat(String.join("\n", violations())).contains(parts);
    }

    private static Event deposited(String account, long sequence, String cause, long amount) {
        return new Event(account, sequence, cause, new Movement.Deposited(BigDecimal.valueOf(amount)));
    }

    private static Event withdrawn(String account, long sequence, String cause, long amount) {
        return new Event(account, sequence, cause, new Movement.Withdrawn(BigDecimal.valueOf(amount)));
    }

    private static Snapshot snapshot(long version, long balance) {
        return new Snapshot(version, new Account(BigDecimal.valueOf(balance)));
    }
}
