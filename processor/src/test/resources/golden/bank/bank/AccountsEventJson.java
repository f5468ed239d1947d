package bank;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonWriter;
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
        } else if (event instanceof Movement.Debited debited) {
            writeDebited(out, debited);
        } else if (event instanceof Movement.DebitRefused debitRefused) {
            writeDebitRefused(out, debitRefused);
        } else if (event instanceof Movement.Credited credited) {
            writeCredited(out, credited);
        } else if (event instanceof Movement.CreditRefused creditRefused) {
            writeCreditRefused(out, creditRefused);
        } else if (event instanceof Movement.Refunded refunded) {
            writeRefunded(out, refunded);
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

    private static void writeDebited(JsonGenerator out, Movement.Debited debited) throws IOException {
        out.writeStringField("_type", "Debited");
        out.writeFieldName("transfer");
        JsonWriter.writeText(out, debited.transfer());
        out.writeNumberField("amount", debited.amount());
    }

    private static void writeDebitRefused(JsonGenerator out, Movement.DebitRefused debitRefused) throws IOException {
        out.writeStringField("_type", "DebitRefused");
        out.writeFieldName("transfer");
        JsonWriter.writeText(out, debitRefused.transfer());
        out.writeNumberField("amount", debitRefused.amount());
        out.writeNumberField("balance", debitRefused.balance());
        out.writeBooleanField("_isError", true);
    }

    private static void writeCredited(JsonGenerator out, Movement.Credited credited) throws IOException {
        out.writeStringField("_type", "Credited");
        out.writeFieldName("transfer");
        JsonWriter.writeText(out, credited.transfer());
        out.writeNumberField("amount", credited.amount());
    }

    private static void writeCreditRefused(JsonGenerator out, Movement.CreditRefused creditRefused) throws IOException {
        out.writeStringField("_type", "CreditRefused");
        out.writeFieldName("transfer");
        JsonWriter.writeText(out, creditRefused.transfer());
        out.writeNumberField("amount", creditRefused.amount());
        out.writeNumberField("limit", creditRefused.limit());
        out.writeBooleanField("_isError", true);
    }

    private static void writeRefunded(JsonGenerator out, Movement.Refunded refunded) throws IOException {
        out.writeStringField("_type", "Refunded");
        out.writeFieldName("transfer");
        JsonWriter.writeText(out, refunded.transfer());
        out.writeNumberField("amount", refunded.amount());
    }
}
