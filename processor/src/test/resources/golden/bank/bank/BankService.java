package bank;

import bank.transfers.Transfer;
import bank.transfers.TransferCommand;
import bank.transfers.TransferEvent;
import bank.transfers.TransferStepsReaction;
import bank.transfers.TransfersAggregate;
import bank.transfers.TransfersRoutes;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.http.Routes;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.streams.Topology;

/** The service {@code bank}: its aggregates, its topology and its HTTP routes. */
@Generated("dev.annals.processor.AnnalsProcessor")
public final class BankService implements Service {

    private final AggregateRuntime<String, Operation, Movement, Account> accounts;

    private final AggregateRuntime<UUID, TransferCommand, TransferEvent, Transfer> transfers;

    private final ExtensionRuntime transferSteps;

    public BankService(Engine engine) {
        this.accounts = new AggregateRuntime<>(new AccountsAggregate(), engine);
        this.transfers = new AggregateRuntime<>(new TransfersAggregate(), engine);
        this.transferSteps = new ExtensionRuntime(new TransferStepsReaction(), engine);
    }

    @Override
    public String name() {
        return "bank";
    }

    @Override
    public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
        return List.of(accounts, transfers);
    }

    @Override
    public List<ExtensionRuntime> extensions() {
        return List.of(transferSteps);
    }

    @Override
    public Topology topology(int partitions) {
        return BankTopology.build(partitions, accounts, transfers);
    }

    @Override
    public void addRoutes(Routes routes, Endpoints endpoints) {
        AccountsRoutes.addTo(routes, endpoints.of(accounts));
        TransfersRoutes.addTo(routes, endpoints.of(transfers));
    }

    @Override
    public Optional<Service.ExampleRequest> example() {
        return Optional.of(new Service.ExampleRequest(
                "/accounts/commands",
                "{\"_type\":\"Deposit\",\"account\":\"account-1\",\"amount\":100}"));
    }
}
