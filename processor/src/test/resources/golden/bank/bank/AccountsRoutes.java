package bank;

import dev.annals.http.AggregateEndpoints;
import dev.annals.http.Routes;
import javax.annotation.processing.Generated;

/** The HTTP routes of {@code bank.accounts}. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class AccountsRoutes {

    private AccountsRoutes() {}

    public static void addTo(Routes routes, AggregateEndpoints<String, Operation, Movement, Account> accounts) {
        routes.post(
                "/accounts/commands",
                accounts.commands(
                        AccountsCommandJson::read,
                        AccountsEventJson::write,
                        AccountsRoutes::answersWithArray));
        routes.get(
                "/accounts/events/one/{messageId}",
                accounts.outcome(AccountsEventJson::write, AccountsRoutes::answersWithArray));
        routes.get("/accounts/one/{key}", accounts.one(AccountsSnapshotJson::writeFields));
        routes.get("/accounts/all", accounts.all(AccountsSnapshotJson::writeFields));
        routes.get("/accounts/events", accounts.events(AccountsEventJson::writeFields));
        routes.get("/accounts/one/{key}/events", accounts.eventsOfOne(AccountsEventJson::writeFields));
    }

    /** Whether {@code decide} may return several events, or none, and not just one. */
    private static boolean answersWithArray(Operation command) {
        return false;
    }
}
