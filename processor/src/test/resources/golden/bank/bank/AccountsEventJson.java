package bank;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the events of bank.accounts as JSON. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsEventJson {

    private AccountsEventJson() {}

    static void write(JsonGenerator out, Movement event) throws IOException {
        out.writeStartObject();
        writeFields(out, event);
        out.writeEndObject();
    }

    /** The type and the fields alone: whoever calls has more to put between the braces. */
    static void writeFields(JsonGenerator out, Movement event) throws IOException {
        if (event instanceof Movement.Deposited deposited) {
            writeDeposited(out, deposited);
        } else if (event instanceof Movement.Withdrawn withdrawn) {
            writeWithdrawn(out, withdrawn);
        } else if (event instanceof Movement.InsufficientFunds insufficientFunds) {
            writeInsufficientFunds(out, insufficientFunds);
        }
    }

    private static void writeDeposited(JsonGenerator out, Movement.Deposited deposited) throws IOException {
        out.writeStringField("_type", "Deposited");
        out.writeNumberField("amount", deposited.amount());
    }

    private static void writeWithdrawn(JsonGenerator out, Movement.Withdrawn withdrawn) throws IOException {
        out.writeStringField("_type", "Withdrawn");
        out.writeNumberField("amount", withdrawn.amount());
    }

    private static void writeInsufficientFunds(JsonGenerator out, Movement.InsufficientFunds insufficientFunds)
            throws IOException {
        out.writeStringField("_type", "InsufficientFunds");
        out.writeNumberField("requested", insufficientFunds.requested());
        out.writeNumberField("balance", insufficientFunds.balance());
        out.writeBooleanField("_isError", true);
    }
}
