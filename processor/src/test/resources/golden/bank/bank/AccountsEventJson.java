package bank;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import dev.annals.json.JsonWriter;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Writes the events of bank.accounts as JSON, and reads them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsEventJson {

    private static final String[] TYPES = {"Deposited", "Withdrawn", "InsufficientFunds", "Debited", "DebitRefused",
            "Credited", "CreditRefused", "Refunded"};

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

    static Movement read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "Deposited" -> readDeposited(in);
            case "Withdrawn" -> readWithdrawn(in);
            case "InsufficientFunds" -> readInsufficientFunds(in);
            case "Debited" -> readDebited(in);
            case "DebitRefused" -> readDebitRefused(in);
            case "Credited" -> readCredited(in);
            case "CreditRefused" -> readCreditRefused(in);
            case "Refunded" -> readRefunded(in);
            default -> throw in.unknownType(TYPES);
        };
    }

    private static Movement.Deposited readDeposited(JsonValue in) {
        JsonObject fields = in.asObject("_type", "amount");
        return in.construct(() -> new Movement.Deposited(fields.required("amount", JsonValue::asBigDecimal)));
    }

    private static Movement.Withdrawn readWithdrawn(JsonValue in) {
        JsonObject fields = in.asObject("_type", "amount");
        return in.construct(() -> new Movement.Withdrawn(fields.required("amount", JsonValue::asBigDecimal)));
    }

    private static Movement.InsufficientFunds readInsufficientFunds(JsonValue in) {
        JsonObject fields = in.asObject("_type", "requested", "balance");
        return in.construct(() -> new Movement.InsufficientFunds(
                fields.required("requested", JsonValue::asBigDecimal),
                fields.required("balance", JsonValue::asBigDecimal)));
    }

    private static Movement.Debited readDebited(JsonValue in) {
        JsonObject fields = in.asObject("_type", "transfer", "amount");
        return in.construct(() -> new Movement.Debited(
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal)));
    }

    private static Movement.DebitRefused readDebitRefused(JsonValue in) {
        JsonObject fields = in.asObject("_type", "transfer", "amount", "balance");
        return in.construct(() -> new Movement.DebitRefused(
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal),
                fields.required("balance", JsonValue::asBigDecimal)));
    }

    private static Movement.Credited readCredited(JsonValue in) {
        JsonObject fields = in.asObject("_type", "transfer", "amount");
        return in.construct(() -> new Movement.Credited(
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal)));
    }

    private static Movement.CreditRefused readCreditRefused(JsonValue in) {
        JsonObject fields = in.asObject("_type", "transfer", "amount", "limit");
        return in.construct(() -> new Movement.CreditRefused(
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal),
                fields.required("limit", JsonValue::asBigDecimal)));
    }

    private static Movement.Refunded readRefunded(JsonValue in) {
        JsonObject fields = in.asObject("_type", "transfer", "amount");
        return in.construct(() -> new Movement.Refunded(
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal)));
    }
}
