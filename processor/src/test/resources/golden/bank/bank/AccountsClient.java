package bank;

import dev.annals.aggregate.Entity;
import dev.annals.aggregate.KeyCodec;
import dev.annals.client.CommandClient;
import dev.annals.client.CommandOptions;
import dev.annals.client.Reply;
import dev.annals.client.ServiceClient;
import dev.annals.client.ViewClient;
import java.util.Optional;
import java.util.stream.Stream;
import javax.annotation.processing.Generated;

/** Calls the HTTP API of {@code bank.accounts}. Safe for use by several threads. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class AccountsClient {

    private final CommandClient<Operation, Movement> commands;

    private final ViewClient<String, Account> entities;

    public AccountsClient(ServiceClient service) {
        this.commands = new CommandClient<>(
                service, "/accounts", AccountsCommandJson::write, AccountsEventJson::read);
        this.entities = new ViewClient<>(
                service, "/accounts", KeyCodec.STRING, AccountsSnapshotJson::read);
    }

    /** As {@link #send(Operation.Deposit, CommandOptions)}, without conditions. */
    public Reply<Movement.Deposited> send(Operation.Deposit deposit) {
        return send(deposit, CommandOptions.NONE);
    }

    /** Sends a command; it is answered with its event. */
    public Reply<Movement.Deposited> send(Operation.Deposit deposit, CommandOptions options) {
        return commands.sendForEvent(deposit, Movement.Deposited.class, options);
    }

    /** As {@link #send(Operation.Withdraw, CommandOptions)}, without conditions. */
    public Reply<Movement> send(Operation.Withdraw withdraw) {
        return send(withdraw, CommandOptions.NONE);
    }

    /** Sends a command; it is answered with its event. */
    public Reply<Movement> send(Operation.Withdraw withdraw, CommandOptions options) {
        return commands.sendForEvent(withdraw, Movement.class, options);
    }

    /** The entity of a key, where there is one. */
    public Optional<Entity<String, Account>> find(String key) {
        return entities.find(key);
    }

    /** All of them, fetched page by page while they are read. */
    public Stream<Entity<String, Account>> all() {
        return entities.all();
    }
}
