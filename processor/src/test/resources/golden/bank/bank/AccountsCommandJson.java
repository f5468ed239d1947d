package bank;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import java.io.IOException;
import javax.annotation.processing.Generated;

/** Reads the commands of bank.accounts from JSON, and writes them for clients. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsCommandJson {

    private static final String[] TYPES = {"Deposit", "Withdraw"};

    private AccountsCommandJson() {}

    static Operation read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "Deposit" -> readDeposit(in);
            case "Withdraw" -> readWithdraw(in);
            default -> throw in.unknownType(TYPES);
        };
    }

    private static Operation.Deposit readDeposit(JsonValue in) {
        JsonObject fields = in.asObject("_type", "account", "amount");
        return in.construct(() -> new Operation.Deposit(
                fields.required("account", JsonValue::asString),
                fields.required("amount", JsonValue::asBigDecimal)));
    }

    private static Operation.Withdraw readWithdraw(JsonValue in) {
        JsonObject fields = in.asObject("_type", "account", "amount");
        return in.construct(() -> new Operation.Withdraw(
                fields.required("account", JsonValue::asString),
                fields.required("amount", JsonValue::asBigDecimal)));
    }

    static void write(JsonGenerator out, Operation command) throws IOException {
        out.writeStartObject();
        if (command instanceof Operation.Deposit deposit) {
            out.writeStringField("_type", "Deposit");
            out.writeStringField("account", deposit.account());
            out.writeNumberField("amount", deposit.amount());
        } else if (command instanceof Operation.Withdraw withdraw) {
            out.writeStringField("_type", "Withdraw");
            out.writeStringField("account", withdraw.account());
            out.writeNumberField("amount", withdraw.amount());
        } else {
            throw new IllegalArgumentException("Not a command for callers: " + command);
        }
        out.writeEndObject();
    }
}
