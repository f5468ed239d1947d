package ledger;

import dev.annals.Decision;
import dev.annals.EventSourced;
import dev.annals.FormerVersion;

/** A ledger: all that was booked, summed up. */
@EventSourced(service = "ledger", commands = Request.class, events = Entry.class)
public record Ledger(long cents) {

    @FormerVersion(name = "ledger.Ledger", version = 1)
    record Euros(long euros) {}

    static Ledger upcast(Euros former) {
        return new Ledger(former.euros() * 100);
    }

    static Ledger initial() {
        return new Ledger(0);
    }

    Entry decide(Request.Book book) {
        return new Entry.Booked("", book.cents());
    }

    Decision<Entry> decide(Request.Other other) {
        return Decision.reject("unknown-request", other.name());
    }

    Ledger evolve(Entry.Booked booked) {
        return new Ledger(cents + booked.cents());
    }

    Ledger evolve(Entry.Closed closed) {
        return this;
    }

    Ledger evolve(Entry.Unrecognized unrecognized) {
        return this;
    }
}
