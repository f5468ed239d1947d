package dev.annals.reliability.check;

import bank.Account;
import bank.Movement;
import dev.annals.reliability.check.Recorded.Event;
import dev.annals.reliability.check.Recorded.Snapshot;
import dev.annals.reliability.load.Command;
import dev.annals.reliability.load.Command.Fate;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** What has to be true of what callers remember and what the topics hold; each violation is a sentence. */
public final class Invariants {

    private final Collection<Command> commands;
    private final Collection<String> poison;
    private final Recorded recorded;
    private final List<String> violations = new ArrayList<>();

    private Invariants(Collection<Command> commands, Collection<String> poison, Recorded recorded) {
        this.commands = commands;
        this.poison = poison;
        this.recorded = recorded;
    }

    /** All violations; none where the promises were kept. */
    public static List<String> violations(Collection<Command> commands, Collection<String> poison, Recorded recorded) {
        Invariants invariants = new Invariants(commands, poison, recorded);
        invariants.acknowledgedCommandsAreRecordedOnce();
        invariants.refusedCommandsMoveNothing();
        invariants.eventsHaveACause();
        invariants.sequencesHaveNeitherGapNorRepeat();
        invariants.noBalanceIsEverBelowZero();
        invariants.snapshotsAreWhatEventsLeadTo();
        invariants.moneyIsConserved();
        invariants.poisonIsSetAsideOnce();
        return List.copyOf(invariants.violations);
    }

    /** What the events lead to. */
    public static Map<String, Snapshot> fold(Collection<Event> events) {
        Map<String, Snapshot> accounts = new HashMap<>();
        for (Event event : events) {
            if (event.sequence() > 0) {
                Snapshot before = accounts.getOrDefault(event.account(), new Snapshot(0, new Account(BigDecimal.ZERO)));
                BigDecimal balance = before.account().balance().add(change(event.movement()));
                accounts.put(event.account(), new Snapshot(before.version() + 1, new Account(balance)));
            }
        }
        return accounts;
    }

    private void acknowledgedCommandsAreRecordedOnce() {
        Map<String, List<Event>> byCause = successesByCause();
        for (Command command : commands) {
            List<Event> events = byCause.getOrDefault(command.id(), List.of());
            if (command.fate() == Fate.ACCEPTED) {
                check(
                        events.size() == 1 && moves(events.get(0), command),
                        () -> "Command %s was acknowledged, and led to %s".formatted(command, events));
            } else if (command.fate() == Fate.UNKNOWN && !command.id().isEmpty()) {
                check(events.size() <= 1, () -> "Command %s led to %s".formatted(command, events));
            }
        }
    }

    private void refusedCommandsMoveNothing() {
        Map<String, List<Event>> byCause = successesByCause();
        for (Command command : commands) {
            if (command.fate() == Fate.REFUSED) {
                List<Event> events = byCause.getOrDefault(command.id(), List.of());
                check(events.isEmpty(), () -> "Command %s was refused, and led to %s".formatted(command, events));
            }
        }
    }

    /** A command that was sent once, without an id and an answer, may be the cause of one event at the most. */
    private void eventsHaveACause() {
        Set<String> known = commands.stream().map(Command::id).collect(Collectors.toSet());
        Map<String, Integer> unknown = new HashMap<>();
        commands.stream()
                .filter(command -> command.id().isEmpty())
                .forEach(command -> unknown.merge(command.account() + command.amount(), 1, Integer::sum));
        for (Event event : recorded.events()) {
            if (event.sequence() > 0 && !known.contains(event.cause()) && !isOfTransfer(event)) {
                int left =
                        unknown.merge(event.account() + change(event.movement()).longValueExact(), -1, Integer::sum);
                check(left >= 0, () -> "Nobody knows of the command that led to %s".formatted(event));
            }
        }
    }

    /** Those are looked at together with what the transfer is. */
    private static boolean isOfTransfer(Event event) {
        return event.cause().startsWith("annals:bank.transferSteps:");
    }

    private void sequencesHaveNeitherGapNorRepeat() {
        Map<String, Long> last = new HashMap<>();
        for (Event event : recorded.events()) {
            if (event.sequence() > 0) {
                long before = last.getOrDefault(event.account(), 0L);
                check(
                        event.sequence() == before + 1,
                        () -> "After sequence %d of its account comes %s".formatted(before, event));
                last.put(event.account(), event.sequence());
            }
        }
    }

    private void noBalanceIsEverBelowZero() {
        Map<String, BigDecimal> balances = new HashMap<>();
        for (Event event : recorded.events()) {
            if (event.sequence() > 0) {
                BigDecimal balance = balances.merge(event.account(), change(event.movement()), BigDecimal::add);
                check(balance.signum() >= 0, () -> "The balance is %s after %s".formatted(balance, event));
            }
        }
    }

    private void snapshotsAreWhatEventsLeadTo() {
        Map<String, Snapshot> folded = new TreeMap<>(fold(recorded.events()));
        folded.forEach((account, snapshot) -> {
            Snapshot found = recorded.snapshots().get(account);
            check(
                    found != null && isSame(found, snapshot),
                    () -> "The events of %s lead to %s, and its snapshot is %s"
                            .formatted(account, snapshot, String.valueOf(found)));
        });
        recorded.snapshots()
                .keySet()
                .forEach(account ->
                        check(folded.containsKey(account), () -> "%s has a snapshot and no events".formatted(account)));
    }

    /** What is in the accounts is what was paid in less what was taken out, by those who did it. */
    private void moneyIsConserved() {
        long told = commands.stream()
                .filter(command -> command.fate() == Fate.ACCEPTED)
                .mapToLong(Command::amount)
                .sum();
        Set<String> accepted = commands.stream()
                .filter(command -> command.fate() == Fate.ACCEPTED)
                .map(Command::id)
                .collect(Collectors.toSet());
        long untold = recorded.events().stream()
                .filter(event -> event.sequence() > 0 && !accepted.contains(event.cause()))
                .mapToLong(event -> change(event.movement()).longValueExact())
                .sum();
        BigDecimal there = recorded.snapshots().values().stream()
                .map(snapshot -> snapshot.account().balance())
                .reduce(BigDecimal.ZERO, BigDecimal::add);
        check(
                there.compareTo(BigDecimal.valueOf(told + untold)) == 0,
                () -> "There is %s in the accounts, and %d should be".formatted(there, told + untold));
    }

    private void poisonIsSetAsideOnce() {
        Map<String, Long> found =
                recorded.deadLetters().stream().collect(Collectors.groupingBy(id -> id, Collectors.counting()));
        for (String id : poison) {
            check(
                    found.getOrDefault(id, 0L) == 1,
                    () -> "Record %s is %d times among the dead letters".formatted(id, found.getOrDefault(id, 0L)));
        }
        found.keySet()
                .forEach(id -> check(id.startsWith("poison-"), () -> "Command %s is a dead letter".formatted(id)));
    }

    private Map<String, List<Event>> successesByCause() {
        return recorded.events().stream()
                .filter(event -> event.sequence() > 0)
                .collect(Collectors.groupingBy(Event::cause));
    }

    private static boolean moves(Event event, Command command) {
        return event.account().equals(command.account())
                && change(event.movement()).compareTo(BigDecimal.valueOf(command.amount())) == 0;
    }

    private static boolean isSame(Snapshot one, Snapshot other) {
        return one.version() == other.version()
                && one.account().balance().compareTo(other.account().balance()) == 0;
    }

    /** What an event adds to its account. */
    static BigDecimal change(Movement movement) {
        if (movement instanceof Movement.Deposited deposited) {
            return deposited.amount();
        } else if (movement instanceof Movement.Withdrawn withdrawn) {
            return withdrawn.amount().negate();
        } else if (movement instanceof Movement.Debited debited) {
            return debited.amount().negate();
        } else if (movement instanceof Movement.Credited credited) {
            return credited.amount();
        } else if (movement instanceof Movement.Refunded refunded) {
            return refunded.amount();
        }
        return BigDecimal.ZERO;
    }

    private void check(boolean holds, Supplier<String> violation) {
        if (!holds) {
            violations.add(violation.get());
        }
    }
}
