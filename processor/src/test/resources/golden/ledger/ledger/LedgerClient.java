package ledger;

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

/** Calls the HTTP API of {@code ledger}. Safe for use by several threads. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class LedgerClient {

    private final CommandClient<Request, Entry> commands;

    private final ViewClient<String, Ledger> entities;

    public LedgerClient(ServiceClient service) {
        this.commands = new CommandClient<>(
                service, "", LedgerCommandJson::write, LedgerEventJson::read);
        this.entities = new ViewClient<>(
                service, "", KeyCodec.STRING, LedgerSnapshotJson::read);
    }

    /** As {@link #send(Request.Book, CommandOptions)}, without conditions. */
    public Reply<Entry> send(Request.Book book) {
        return send(book, CommandOptions.NONE);
    }

    /** Sends a command; it is answered with its event. */
    public Reply<Entry> send(Request.Book book, CommandOptions options) {
        return commands.sendForEvent(book, Entry.class, options);
    }

    /** The entity of a key, where there is one. */
    public Optional<Entity<String, Ledger>> find(String key) {
        return entities.find(key);
    }

    /** All of them, fetched page by page while they are read. */
    public Stream<Entity<String, Ledger>> all() {
        return entities.all();
    }
}
