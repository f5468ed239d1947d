package loyalty.redemptions;

import dev.annals.AvroName;
import dev.annals.External;
import dev.annals.Key;
import java.math.BigDecimal;
import java.util.UUID;

/** What is asked of the bank. */
@External(topic = "bank.transfers.commands")
sealed interface BankRequest {

    @Key
    UUID id();

    @AvroName("bank.transfers.TransferCommand.RequestTransfer")
    record Transfer(UUID id, String from, String to, BigDecimal amount) implements BankRequest {}
}
