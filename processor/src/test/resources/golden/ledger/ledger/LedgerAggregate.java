package ledger;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.KeyCodec;
import dev.annals.serde.MessageCodec;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** The aggregate {@code ledger}: which method of {@link Ledger} takes which command and which event. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class LedgerAggregate implements Aggregate<String, Request, Entry, Ledger> {

    private static final AggregateName NAME = new AggregateName("ledger", "");

    private static final KeyCodec<String> KEYS = KeyCodec.STRING;

    private static final MessageCodec<Request> COMMANDS = new LedgerCommandCodec();

    private static final MessageCodec<Entry> EVENTS = new LedgerEventCodec();

    private static final MessageCodec<Ledger> SNAPSHOTS = new LedgerSnapshotCodec();

    @Override
    public AggregateName name() {
        return NAME;
    }

    @Override
    public KeyCodec<String> keys() {
        return KEYS;
    }

    @Override
    public MessageCodec<Request> commands() {
        return COMMANDS;
    }

    @Override
    public MessageCodec<Entry> events() {
        return EVENTS;
    }

    @Override
    public MessageCodec<Ledger> snapshots() {
        return SNAPSHOTS;
    }

    @Override
    public String keyOf(Request command) {
        if (command instanceof Request.Book book) {
            return book.ledger();
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public Decision<Entry> decide(@Nullable Ledger state, Request command, CommandContext context) {
        Ledger ledger = state == null ? Ledger.initial() : state;
        if (command instanceof Request.Book book) {
            return Decision.accept(ledger.decide(book));
        }
        if (command instanceof Request.Other other) {
            return ledger.decide(other);
        }
        throw new IllegalArgumentException("Not a command of " + NAME + ": " + command);
    }

    @Override
    public @Nullable Ledger evolve(@Nullable Ledger state, Entry event) {
        Ledger ledger = state == null ? Ledger.initial() : state;
        if (event instanceof Entry.Booked booked) {
            return ledger.evolve(booked);
        }
        if (event instanceof Entry.Closed closed) {
            return ledger.evolve(closed);
        }
        if (event instanceof Entry.Unrecognized unrecognized) {
            return ledger.evolve(unrecognized);
        }
        throw new IllegalArgumentException("Not an event that changes state of " + NAME + ": " + event);
    }

    @Override
    public boolean isFailure(Entry event) {
        return false;
    }
}
