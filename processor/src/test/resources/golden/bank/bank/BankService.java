package bank;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.http.Routes;
import java.util.List;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.Topology;

/** The service {@code bank}: its aggregates, its topology and its HTTP routes. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class BankService implements Service {

    private final AggregateRuntime<String, Operation, Movement, Account> accounts;

    public BankService(Engine engine) {
        this.accounts = new AggregateRuntime<>(new AccountsAggregate(), engine);
    }

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
        return List.of(accounts);
    }

    @Override
    public Topology topology(int partitions) {
        return BankTopology.build(partitions, accounts);
    }

    @Override
    public void addRoutes(Routes routes, Endpoints endpoints) {
        AccountsRoutes.addTo(routes, endpoints.of(accounts));
    }

    @Override
    public Service.ExampleRequest example() {
        return new Service.ExampleRequest(
                "/accounts/commands",
                "{\"_type\":\"Deposit\",\"account\":\"account-1\",\"amount\":100}");
    }
}
