package bank;

import dev.annals.json.JsonObject;
import dev.annals.json.JsonValue;
import javax.annotation.processing.Generated;

/** Reads the commands of bank.accounts from JSON. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class AccountsCommandJson {

    private static final String[] TYPES = {"Deposit", "Withdraw", "Debit", "Credit", "Refund"};

    private AccountsCommandJson() {}

    static Operation read(JsonValue in) {
        return switch (in.messageType(TYPES)) {
            case "Deposit" -> readDeposit(in);
            case "Withdraw" -> readWithdraw(in);
            case "Debit" -> readDebit(in);
            case "Credit" -> readCredit(in);
            case "Refund" -> readRefund(in);
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

    private static Operation.Debit readDebit(JsonValue in) {
        JsonObject fields = in.asObject("_type", "account", "transfer", "amount");
        return in.construct(() -> new Operation.Debit(
                fields.required("account", JsonValue::asString),
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal)));
    }

    private static Operation.Credit readCredit(JsonValue in) {
        JsonObject fields = in.asObject("_type", "account", "transfer", "amount");
        return in.construct(() -> new Operation.Credit(
                fields.required("account", JsonValue::asString),
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal)));
    }

    private static Operation.Refund readRefund(JsonValue in) {
        JsonObject fields = in.asObject("_type", "account", "transfer", "amount");
        return in.construct(() -> new Operation.Refund(
                fields.required("account", JsonValue::asString),
                fields.required("transfer", JsonValue::asUuid),
                fields.required("amount", JsonValue::asBigDecimal)));
    }
}
