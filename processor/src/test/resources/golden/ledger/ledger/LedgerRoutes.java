package ledger;

import dev.annals.http.AggregateEndpoints;
import dev.annals.http.Routes;
import javax.annotation.processing.Generated;

/** The HTTP routes of {@code ledger}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class LedgerRoutes {

    private LedgerRoutes() {}

    public static void addTo(Routes routes, AggregateEndpoints<String, Request, Entry, Ledger> ledger) {
        routes.post(
                "/commands",
                ledger.commands(
                        LedgerCommandJson::read,
                        LedgerEventJson::write,
                        LedgerRoutes::answersWithArray));
        routes.get(
                "/events/one/{messageId}",
                ledger.outcome(LedgerEventJson::write, LedgerRoutes::answersWithArray));
        routes.get("/one/{key}", ledger.one(LedgerSnapshotJson::writeFields));
        routes.get("/all", ledger.all(LedgerSnapshotJson::writeFields));
        routes.get("/events", ledger.events(LedgerEventJson::writeFields));
        routes.get("/one/{key}/events", ledger.eventsOfOne(LedgerEventJson::writeFields));
    }

    /** Whether {@code decide} may return several events, or none, and not just one. */
    private static boolean answersWithArray(Request command) {
        return command instanceof Request.Other;
    }
}
