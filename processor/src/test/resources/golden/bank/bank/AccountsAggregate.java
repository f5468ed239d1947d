package bank;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageCodec;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The aggregate {@code bank.accounts}: which method of {@link Account} takes which command and which event. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class AccountsAggregate implements Aggregate<String, Operation, Movement, Account> {

    private static final AggregateName NAME = new AggregateName("bank", "accounts");

    private static final KeyCodec<String> KEYS = KeyCodec.STRING;

    private static final MessageCodec<Operation> COMMANDS = new AccountsCommandCodec();

    private static final MessageCodec<Movement> EVENTS = new AccountsEventCodec();

    private static final MessageCodec<Account> SNAPSHOTS = new AccountsSnapshotCodec();

    @Override
    public AggregateName name() {
        return NAME;
    }

    @Override
    public KeyCodec<String> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<Operation> commands() {
        return COMMANDS;
    }

    @Override
    public MessageCodec<Movement> events() {
        return EVENTS;
    }

    @Override
    public MessageCodec<Account> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public String keyOf(Operation command) {
        return command.account();
    }

    @Override
    public Decision<Movement> decide(@Nullable Account state, Operation command, CommandContext context) {
        Account account = state == null ? Account.initial() : state;
        if (command instanceof Operation.Debit debit) {
            return Decision.accept(account.decide(debit));
        }
        if (command instanceof Operation.Credit credit) {
            return Decision.accept(account.decide(credit));
        }
        if (command instanceof Operation.Refund refund) {
            return Decision.accept(account.decide(refund));
        }
        if (command instanceof Operation.Deposit deposit) {
            return Decision.accept(account.decide(deposit));
        }
        if (command instanceof Operation.Withdraw withdraw) {
            return Decision.accept(account.decide(withdraw));
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public @Nullable Account evolve(@Nullable Account state, Movement event) {
        Account account = state == null ? Account.initial() : state;
        if (event instanceof Movement.Debited debited) {
            return account.evolve(debited);
        }
        if (event instanceof Movement.Credited credited) {
            return account.evolve(credited);
        }
        if (event instanceof Movement.Deposited deposited) {
            return account.evolve(deposited);
        }
        if (event instanceof Movement.Withdrawn withdrawn) {
            return account.evolve(withdrawn);
        }
        if (event instanceof Movement.Refunded refunded) {
            return account.evolve(refunded);
        }
        throw new IllegalArgumentException("Not an event that changes state of " + NAME + ": " + event);
    }

    @Override
    public boolean isFailure(Movement event) {
        return event instanceof Movement.InsufficientFunds
                || event instanceof Movement.DebitRefused
                || event instanceof Movement.CreditRefused;
    }
}
