package bank.transfers;

import bank.transfers.TransferCommand.ConfirmCredit;
import bank.transfers.TransferCommand.ConfirmDebit;
import bank.transfers.TransferCommand.ConfirmRefund;
import bank.transfers.TransferCommand.ExpireTransfer;
import bank.transfers.TransferCommand.RefuseCredit;
import bank.transfers.TransferCommand.RefuseDebit;
import bank.transfers.TransferCommand.RequestTransfer;
import bank.transfers.TransferEvent.AfterDebit;
import bank.transfers.TransferEvent.RefundRequested;
import bank.transfers.TransferEvent.TransferCompleted;
import bank.transfers.TransferEvent.TransferDebited;
import bank.transfers.TransferEvent.TransferExpired;
import bank.transfers.TransferEvent.TransferRefunded;
import bank.transfers.TransferEvent.TransferRejected;
import bank.transfers.TransferEvent.TransferRequested;
import dev.annals.CommandContext;
import dev.annals.Deadline;
import dev.annals.Due;
import dev.annals.EventSourced;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A transfer: how far it has come. What comes twice, or too late, changes nothing, but for one thing: what is taken after the
 * transfer has expired is given back.
 */
@EventSourced(service = "bank", name = "transfers", commands = TransferCommand.class, events = TransferEvent.class)
public record Transfer(String from, String to, BigDecimal amount, Instant deadline, Stage stage) {

    /** How long an account may take to answer a debit, where the request does not say. */
    static final Duration PATIENCE = Duration.ofMinutes(1);

    /** How far a transfer has come. */
    public enum Stage {
        REQUESTED,
        DEBITED,
        REFUNDING,
        COMPLETED,
        REJECTED,
        EXPIRED,
        REFUNDED
    }

    static TransferRequested decide(RequestTransfer request, CommandContext context) {
        Instant deadline = context.time().plus(request.patience().orElse(PATIENCE));
        return new TransferRequested(request.from(), request.to(), request.amount(), deadline);
    }

    List<AfterDebit> decide(ConfirmDebit confirm) {
        return switch (stage) {
            case REQUESTED -> List.of(new TransferDebited(to, amount));
            case EXPIRED -> List.of(new RefundRequested(from, amount));
            default -> List.of();
        };
    }

    List<TransferRejected> decide(RefuseDebit refuse) {
        return stage == Stage.REQUESTED ? List.of(new TransferRejected()) : List.of();
    }

    List<TransferCompleted> decide(ConfirmCredit confirm) {
        return stage == Stage.DEBITED ? List.of(new TransferCompleted()) : List.of();
    }

    List<RefundRequested> decide(RefuseCredit refuse) {
        return stage == Stage.DEBITED ? List.of(new RefundRequested(from, amount)) : List.of();
    }

    List<TransferRefunded> decide(ConfirmRefund confirm) {
        return stage == Stage.REFUNDING ? List.of(new TransferRefunded()) : List.of();
    }

    List<TransferExpired> decide(ExpireTransfer expire) {
        return stage == Stage.REQUESTED ? List.of(new TransferExpired()) : List.of();
    }

    /** Of a transfer that nobody has answered. */
    @Deadline
    Optional<Due<ExpireTransfer>> expiry(UUID id) {
        return stage == Stage.REQUESTED ? Optional.of(Due.at(deadline, new ExpireTransfer(id))) : Optional.empty();
    }

    static Transfer evolve(TransferRequested requested) {
        return new Transfer(
                requested.from(), requested.to(), requested.amount(), requested.deadline(), Stage.REQUESTED);
    }

    Transfer evolve(TransferDebited debited) {
        return at(Stage.DEBITED);
    }

    Transfer evolve(RefundRequested requested) {
        return at(Stage.REFUNDING);
    }

    Transfer evolve(TransferCompleted completed) {
        return at(Stage.COMPLETED);
    }

    Transfer evolve(TransferRejected rejected) {
        return at(Stage.REJECTED);
    }

    Transfer evolve(TransferExpired expired) {
        return at(Stage.EXPIRED);
    }

    Transfer evolve(TransferRefunded refunded) {
        return at(Stage.REFUNDED);
    }

    private Transfer at(Stage next) {
        return new Transfer(from, to, amount, deadline, next);
    }
}
