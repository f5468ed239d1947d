package dev.annals.reliability.check;

import bank.Movement;
import bank.Movement.CreditRefused;
import bank.Movement.Credited;
import bank.Movement.DebitRefused;
import bank.Movement.Debited;
import bank.Movement.Refunded;
import bank.transfers.Transfer.Stage;
import dev.annals.reliability.check.Recorded.Course;
import dev.annals.reliability.check.Recorded.Event;
import dev.annals.reliability.load.Transfer;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What has to be true of transfers, whatever died while they were under way. */
public final class TransferInvariants {

    /** What accounts have done where a transfer has come to an end; every other stage is none. */
    private static final Map<Stage, Set<Set<Class<? extends Movement>>>> ENDS = Map.of(
            Stage.COMPLETED, Set.of(Set.of(Debited.class, Credited.class)),
            Stage.REJECTED, Set.of(Set.of(DebitRefused.class)),
            Stage.EXPIRED, Set.of(Set.of(DebitRefused.class)),
            Stage.REFUNDED,
                    Set.of(
                            Set.of(Debited.class, Refunded.class),
                            Set.of(Debited.class, CreditRefused.class, Refunded.class)));

    private final Map<UUID, List<Event>> byTransfer = new HashMap<>();
    private final Map<UUID, Course> courses;
    private final List<String> violations = new ArrayList<>();

    private TransferInvariants(Recorded recorded) {
        this.courses = recorded.transfers();
        for (Event event : recorded.events()) {
            transfer(event.movement())
                    .ifPresent(id -> byTransfer
                            .computeIfAbsent(id, none -> new ArrayList<>())
                            .add(event));
        }
    }

    /** All violations; none where each transfer has come to one end, and no money was made or lost. */
    public static List<String> violations(Collection<Transfer> transfers, Recorded recorded) {
        TransferInvariants invariants = new TransferInvariants(recorded);
        transfers.forEach(invariants::check);
        invariants.byTransfer.forEach(invariants::checkSteps);
        invariants.courses.forEach(invariants::checkEnd);
        recorded.deadLettersOfTransfers()
                .forEach(letter -> invariants.violations.add("A step of a transfer is a dead letter: " + letter));
        return List.copyOf(invariants.violations);
    }

    /** How many transfers have come to which stage. */
    public static Map<Stage, Long> ends(Recorded recorded) {
        return recorded.transfers().values().stream()
                .map(course -> course.snapshot().stage())
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
    }

    /** One that was acknowledged has been answered. */
    private void check(Transfer transfer) {
        List<Event> events = byTransfer.getOrDefault(transfer.id(), List.of());
        if (events.isEmpty() || !courses.containsKey(transfer.id())) {
            violations.add("Transfer %s was acknowledged, and nothing came of it".formatted(transfer));
        }
        BigDecimal amount = BigDecimal.valueOf(transfer.amount());
        for (Event event : events) {
            BigDecimal change = Invariants.change(event.movement());
            boolean credit = event.movement() instanceof Credited;
            boolean right = (change.signum() == 0 || change.abs().compareTo(amount) == 0)
                    && event.account()
                            .equals(
                                    credit || event.movement() instanceof CreditRefused
                                            ? transfer.to()
                                            : transfer.from());
            if (!right) {
                violations.add("Transfer %s led to %s".formatted(transfer, event));
            }
        }
    }

    /** Each step once, and what was taken was brought, or given back. */
    private void checkSteps(UUID id, List<Event> events) {
        Set<Class<?>> steps = new HashSet<>();
        BigDecimal sum = BigDecimal.ZERO;
        for (Event event : events) {
            if (!steps.add(event.movement().getClass())) {
                violations.add("Transfer %s took a step twice: %s".formatted(id, events));
            }
            sum = sum.add(Invariants.change(event.movement()));
        }
        if (sum.signum() != 0) {
            violations.add("Transfer %s has made %s: %s".formatted(id, sum, events));
        }
    }

    /** It knows its end, and that is what the accounts have done. */
    private void checkEnd(UUID id, Course course) {
        if (course.version() != course.events().size()) {
            violations.add("Transfer %s has version %d after %s".formatted(id, course.version(), course.events()));
        }
        Set<Class<?>> done = byTransfer.getOrDefault(id, List.of()).stream()
                .map(event -> event.movement().getClass())
                .collect(Collectors.toSet());
        Stage stage = course.snapshot().stage();
        if (!ENDS.getOrDefault(stage, Set.of()).contains(done)) {
            violations.add("Transfer %s is %s after %s".formatted(id, stage, byTransfer.get(id)));
        }
    }

    private static Optional<UUID> transfer(Movement movement) {
        if (movement instanceof Movement.AnswerToDebit answer) {
            return Optional.of(answer.transfer());
        } else if (movement instanceof Movement.AnswerToCredit answer) {
            return Optional.of(answer.transfer());
        }
        return movement instanceof Refunded refunded ? Optional.of(refunded.transfer()) : Optional.empty();
    }
}
