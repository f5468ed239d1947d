package loyalty.redemptions;

import dev.annals.AvroName;
import dev.annals.External;
import java.util.UUID;

/** What is read of the bank's transfers: how they end. */
@External(topic = "bank.transfers.events", key = UUID.class)
sealed interface BankTransfer {

    @AvroName("bank.transfers.TransferEvent.TransferCompleted")
    record Paid() implements BankTransfer {}

    /** No money has come, and none will. */
    sealed interface NotPaid extends BankTransfer {}

    @AvroName("bank.transfers.TransferEvent.TransferRejected")
    record Rejected() implements NotPaid {}

    @AvroName("bank.transfers.TransferEvent.TransferExpired")
    record Expired() implements NotPaid {}

    @AvroName("bank.transfers.TransferEvent.TransferRefunded")
    record Refunded() implements NotPaid {}
}
