package dev.annals.reliability.check;

import static org.assertj.core.api.Assertions.assertThat;

import bank.Movement;
import bank.Movement.Credited;
import bank.Movement.DebitRefused;
import bank.Movement.Debited;
import bank.Movement.Refunded;
import bank.transfers.Transfer.Stage;
import bank.transfers.TransferEvent;
import bank.transfers.TransferEvent.TransferCompleted;
import dev.annals.reliability.check.Recorded.Course;
import dev.annals.reliability.check.Recorded.Event;
import dev.annals.reliability.load.Transfer;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Each way in which a transfer can go wrong is named. */
class TransferInvariantsTest {

    private static final UUID ID = new UUID(0, 1);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Event DEBITED = event("a", new Debited(ID, TEN));
    private static final Event CREDITED = event("b", new Credited(ID, TEN));

    private final List<Event> events = new ArrayList<>();
    private final List<String> letters = new ArrayList<>();
    private Stage stage = Stage.COMPLETED;
    private int version = 1;

    @Test
    void endsThatAreRight() {
        events.addAll(List.of(DEBITED, CREDITED));
        assertThat(violations()).isEmpty();
        events.set(1, event("a", new Refunded(ID, TEN)));
        stage = Stage.REFUNDED;
        assertThat(violations()).isEmpty();
        events.clear();
        events.add(event("a", new DebitRefused(ID, TEN, BigDecimal.ONE)));
        stage = Stage.REJECTED;
        assertThat(violations()).isEmpty();
        stage = Stage.EXPIRED;
        assertThat(violations()).isEmpty();
    }

    @Test
    void itDoesNotHearOfAnAnswer() {
        events.addAll(List.of(DEBITED, CREDITED));
        stage = Stage.DEBITED;
        assertThat(violations()).singleElement().asString().contains("is DEBITED after");
        stage = Stage.EXPIRED;
        assertThat(violations()).singleElement().asString().contains("is EXPIRED after");
    }

    @Test
    void itsSnapshotIsNotOfItsEvents() {
        events.addAll(List.of(DEBITED, CREDITED));
        version = 2;
        assertThat(violations()).singleElement().asString().contains("has version 2 after [TransferCompleted");
    }

    @Test
    void nothingCameOfIt() {
        assertThat(violations()).anyMatch(violation -> violation.contains("was acknowledged, and nothing came of it"));
    }

    @Test
    void moneyIsLostOrMade() {
        events.add(DEBITED);
        assertThat(violations()).anyMatch(violation -> violation.contains("has made -10"));
        events.addAll(List.of(CREDITED, event("a", new Refunded(ID, TEN))));
        assertThat(violations()).anyMatch(violation -> violation.contains("has made 10"));
    }

    @Test
    void aStepIsTakenTwice() {
        events.addAll(List.of(DEBITED, CREDITED, DEBITED, CREDITED));
        assertThat(violations()).anyMatch(violation -> violation.contains("took a step twice"));
    }

    @Test
    void itGoesElsewhereOrWithAnotherAmount() {
        events.addAll(List.of(DEBITED, event("c", new Credited(ID, TEN))));
        assertThat(violations()).singleElement().asString().contains("led to Event[account=c");
        events.set(0, event("a", new Debited(ID, BigDecimal.ONE)));
        events.set(1, event("b", new Credited(ID, BigDecimal.ONE)));
        assertThat(violations()).hasSize(2);
    }

    @Test
    void aStepIsADeadLetter() {
        events.addAll(List.of(DEBITED, CREDITED));
        letters.add("No");
        assertThat(violations()).containsExactly("A step of a transfer is a dead letter: No");
    }

    private List<String> violations() {
        return TransferInvariants.violations(
                List.of(new Transfer(ID, "a", "b", 10)),
                new Recorded(events, Map.of(), List.of(), Map.of(ID, course()), letters));
    }

    private Course course() {
        List<TransferEvent> itsEvents = List.of(new TransferCompleted());
        return new Course(itsEvents, version, new bank.transfers.Transfer("a", "b", TEN, Instant.EPOCH, stage));
    }

    private static Event event(String account, Movement movement) {
        return new Event(account, 1, "", movement);
    }
}
