package bank;

import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import javax.annotation.processing.Generated;

/** Reads the commands of bank.accounts from JSON. */
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
}
