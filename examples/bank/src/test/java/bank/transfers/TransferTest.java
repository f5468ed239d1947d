package bank.transfers;

import bank.transfers.Transfer.Stage;
import bank.transfers.TransferCommand.ConfirmCredit;
import bank.transfers.TransferCommand.ConfirmDebit;
import bank.transfers.TransferCommand.ConfirmRefund;
import bank.transfers.TransferCommand.ExpireTransfer;
import bank.transfers.TransferCommand.RefuseCredit;
import bank.transfers.TransferCommand.RefuseDebit;
import bank.transfers.TransferCommand.RequestTransfer;
import bank.transfers.TransferEvent.RefundRequested;
import bank.transfers.TransferEvent.TransferCompleted;
import bank.transfers.TransferEvent.TransferDebited;
import bank.transfers.TransferEvent.TransferExpired;
import bank.transfers.TransferEvent.TransferRefunded;
import bank.transfers.TransferEvent.TransferRejected;
import bank.transfers.TransferEvent.TransferRequested;
import dev.annals.testkit.Scenario;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a transfer decides, without Kafka. */
final class TransferTest {

    private static final UUID ID = new UUID(0, 1);
    private static final BigDecimal TEN = BigDecimal.TEN;
    private static final Instant DEADLINE = Scenario.TIME.plus(Transfer.PATIENCE);

    private static final TransferRequested REQUESTED = new TransferRequested("alice", "bob", TEN, DEADLINE);
    private static final TransferDebited DEBITED = new TransferDebited("bob", TEN);
    private static final RefundRequested REFUND = new RefundRequested("alice", TEN);

    private static final Scenario<TransferCommand, TransferEvent, Transfer> TRANSFER =
            Scenario.of(new TransfersAggregate());

    @Test
    void takesAndBrings() {
        TRANSFER.when(new RequestTransfer(ID, "alice", "bob", TEN))
                .thenEvents(REQUESTED)
                .thenState(new Transfer("alice", "bob", TEN, DEADLINE, Stage.REQUESTED));
        TRANSFER.given(REQUESTED).when(new ConfirmDebit(ID)).thenEvents(DEBITED);
        TRANSFER.given(REQUESTED, DEBITED).when(new ConfirmCredit(ID)).thenEvents(new TransferCompleted());
    }

    @Test
    void isRejectedWhereTheDebitIsRefused() {
        TRANSFER.given(REQUESTED).when(new RefuseDebit(ID)).thenEvents(new TransferRejected());
    }

    @Test
    void givesBackWhereTheCreditIsRefused() {
        TRANSFER.given(REQUESTED, DEBITED).when(new RefuseCredit(ID)).thenEvents(REFUND);
        TRANSFER.given(REQUESTED, DEBITED, REFUND).when(new ConfirmRefund(ID)).thenEvents(new TransferRefunded());
    }

    @Test
    void expiresWhereNobodyAnswers() {
        TRANSFER.given(REQUESTED).when(new ExpireTransfer(ID)).thenEvents(new TransferExpired());
    }

    @Test
    void givesBackWhatIsTakenTooLate() {
        TRANSFER.given(REQUESTED, new TransferExpired())
                .when(new ConfirmDebit(ID))
                .thenEvents(REFUND)
                .thenState(new Transfer("alice", "bob", TEN, DEADLINE, Stage.REFUNDING));
    }

    @Test
    void whatComesTwiceOrTooLateChangesNothing() {
        TransferEvent[] completed = {REQUESTED, DEBITED, new TransferCompleted()};
        for (TransferCommand command : new TransferCommand[] {
            new ConfirmDebit(ID),
            new RefuseDebit(ID),
            new ConfirmCredit(ID),
            new RefuseCredit(ID),
            new ConfirmRefund(ID),
            new ExpireTransfer(ID)
        }) {
            TRANSFER.given(completed).when(command).thenEvents();
        }
        TRANSFER.given(REQUESTED, DEBITED).when(new ExpireTransfer(ID)).thenEvents();
    }
}
