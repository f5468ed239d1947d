package bank.transfers;

import bank.Account;
import bank.Movement.CreditRefused;
import bank.Movement.Credited;
import bank.Movement.DebitRefused;
import bank.Movement.Debited;
import bank.Movement.Refunded;
import bank.Operation.Credit;
import bank.Operation.Debit;
import bank.Operation.Refund;
import bank.transfers.TransferCommand.ConfirmCredit;
import bank.transfers.TransferCommand.ConfirmDebit;
import bank.transfers.TransferCommand.ConfirmRefund;
import bank.transfers.TransferCommand.RefuseCredit;
import bank.transfers.TransferCommand.RefuseDebit;
import bank.transfers.TransferEvent.RefundRequested;
import bank.transfers.TransferEvent.TransferDebited;
import bank.transfers.TransferEvent.TransferRequested;
import dev.annals.EventContext;
import dev.annals.Reaction;
import java.util.UUID;

/** What each step of a transfer asks of the accounts, and tells it of their answers. */
@Reaction(
        service = "bank",
        name = "transferSteps",
        from = {Transfer.class, Account.class},
        to = {Account.class, Transfer.class})
final class TransferSteps {

    private TransferSteps() {}

    static Debit on(TransferRequested requested, EventContext<UUID> transfer) {
        return new Debit(requested.from(), transfer.key(), requested.amount());
    }

    static ConfirmDebit on(Debited debited) {
        return new ConfirmDebit(debited.transfer());
    }

    static RefuseDebit on(DebitRefused refused) {
        return new RefuseDebit(refused.transfer());
    }

    static Credit on(TransferDebited debited, EventContext<UUID> transfer) {
        return new Credit(debited.to(), transfer.key(), debited.amount());
    }

    static ConfirmCredit on(Credited credited) {
        return new ConfirmCredit(credited.transfer());
    }

    static RefuseCredit on(CreditRefused refused) {
        return new RefuseCredit(refused.transfer());
    }

    static Refund on(RefundRequested requested, EventContext<UUID> transfer) {
        return new Refund(requested.from(), transfer.key(), requested.amount());
    }

    static ConfirmRefund on(Refunded refunded) {
        return new ConfirmRefund(refunded.transfer());
    }
}
