package ledger;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.http.Routes;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.Topology;

/** The service {@code ledger}: its aggregates, its topology and its HTTP routes. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class LedgerService implements Service {

    private final AggregateRuntime<String, Request, Entry, Ledger> ledger;

    public LedgerService(Engine engine) {
        this.ledger = new AggregateRuntime<>(new LedgerAggregate(), engine);
    }

    @Override
    public String name() {
        return "ledger";
    }

    @Override
    public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
        return List.of(ledger);
    }

    @Override
    public Topology topology(int partitions) {
        return LedgerTopology.build(partitions, ledger);
    }

    @Override
    public void addRoutes(Routes routes, Endpoints endpoints) {
        LedgerRoutes.addTo(routes, endpoints.of(ledger));
    }

    @Override
    public Optional<Service.ExampleRequest> example() {
        return Optional.of(new Service.ExampleRequest(
                "/commands",
                "{\"_type\":\"Book\",\"ledger\":\"ledger-1\",\"cents\":100}"));
    }
}
