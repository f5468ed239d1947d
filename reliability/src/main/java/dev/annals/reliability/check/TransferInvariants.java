package dev.annals.reliability.check;

import bank.Movement;
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

/** What has to be true of transfers, whatever died while they were under way. */
public final class TransferInvariants {

    private final Map<UUID, List<Event>> byTransfer = new HashMap<>();
    private final List<String> violations = new ArrayList<>();

    private TransferInvariants(Recorded recorded) {
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
        recorded.deadLettersOfTransfers()
                .forEach(letter -> invariants.violations.add("A step of a transfer is a dead letter: " + letter));
        return List.copyOf(invariants.violations);
    }

    /** One that was acknowledged has been answered. */
    private void check(Transfer transfer) {
        List<Event> events = byTransfer.getOrDefault(transfer.id(), List.of());
        if (events.isEmpty()) {
            violations.add("Transfer %s was acknowledged, and nothing came of it".formatted(transfer));
        }
        BigDecimal amount = BigDecimal.valueOf(transfer.amount());
        for (Event event : events) {
            BigDecimal change = Invariants.change(event.movement());
            boolean credit = event.movement() instanceof Movement.Credited;
            boolean right = (change.signum() == 0 || change.abs().compareTo(amount) == 0)
                    && event.account()
                            .equals(
                                    credit || event.movement() instanceof Movement.CreditRefused
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

    private static Optional<UUID> transfer(Movement movement) {
        if (movement instanceof Movement.AnswerToDebit answer) {
            return Optional.of(answer.transfer());
        } else if (movement instanceof Movement.AnswerToCredit answer) {
            return Optional.of(answer.transfer());
        }
        return movement instanceof Movement.Refunded refunded ? Optional.of(refunded.transfer()) : Optional.empty();
    }
}
