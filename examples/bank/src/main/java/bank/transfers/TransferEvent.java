package bank.transfers;

import java.math.BigDecimal;
import java.time.Instant;

/** What has happened to a transfer. */
public sealed interface TransferEvent {

    record TransferRequested(String from, String to, BigDecimal amount, Instant deadline) implements TransferEvent {}

    record TransferRejected() implements TransferEvent {}

    record TransferExpired() implements TransferEvent {}

    /** What a debit leads to. */
    sealed interface AfterDebit extends TransferEvent {}

    record TransferDebited(String to, BigDecimal amount) implements AfterDebit {}

    /** What was taken is to be given back. */
    record RefundRequested(String from, BigDecimal amount) implements AfterDebit {}

    record TransferCompleted() implements TransferEvent {}

    record TransferRefunded() implements TransferEvent {}
}
