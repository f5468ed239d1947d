package bank;

import bank.transfers.Transfer;
import bank.transfers.TransferCommand;
import bank.transfers.TransferEvent;
import bank.transfers.TransfersAggregate;
import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.aggregate.KeyCodec;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.app.ServiceRunner;
import dev.annals.http.Routes;
import dev.annals.serde.MessageCodec;
import dev.annals.transaction.EarlyCommits;
import dev.annals.transaction.OpenTransactions;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** The bank with a promise broken on purpose: callers are told, and readers shown, what has not been committed yet. */
public final class EarlyRepliesMain {

    private static final int MANY = 1_000;

    private EarlyRepliesMain() {}

    public static void main(String[] args) {
        ServiceRunner.run(EarlyBank::new, args);
    }

    private static final class EarlyBank implements Service {

        private final AggregateRuntime<String, Operation, Movement, Account> accounts;
        private final AggregateRuntime<UUID, TransferCommand, TransferEvent, Transfer> transfers;

        EarlyBank(Engine engine) {
            // As if many others waited, so that no commit is made for one caller's sake.
            IntStream.range(0, MANY).forEach(i -> engine.transactions().callerWaits());
            this.accounts = new AggregateRuntime<>(new EarlyAccounts(engine.transactions()), engine);
            this.transfers = new AggregateRuntime<>(new TransfersAggregate(), engine);
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
        public Topology topology(int partitions) {
            return BankTopology.build(partitions, accounts, transfers);
        }

        @Override
        public void addRoutes(Routes routes, Endpoints endpoints) {
            AccountsRoutes.addTo(routes, endpoints.of(accounts));
        }
    }

    /** Lets the outcome of each command go when the next one is read, whether or not it has been committed. */
    private record EarlyAccounts(
            Aggregate<String, Operation, Movement, Account> accounts, OpenTransactions transactions)
            implements Aggregate<String, Operation, Movement, Account> {

        EarlyAccounts(OpenTransactions transactions) {
            this(new AccountsAggregate(), transactions);
        }

        @Override
        public Decision<Movement> decide(@Nullable Account state, Operation command, CommandContext context) {
            return accounts.decide(state, command, context);
        }

        @Override
        public @Nullable Account evolve(@Nullable Account state, Movement event) {
            return accounts.evolve(state, event);
        }

        @Override
        public AggregateName name() {
            return accounts.name();
        }

        @Override
        public KeyCodec<String> keys() {
            return accounts.keys();
        }

        @Override
        public MessageCodec<Operation> commands() {
            return accounts.commands();
        }

        @Override
        public MessageCodec<Movement> events() {
            return accounts.events();
        }

        @Override
        public MessageCodec<Account> snapshots() {
            return accounts.snapshots();
        }

        @Override
        public String keyOf(Operation command) {
            EarlyCommits.pretend(transactions);
            return accounts.keyOf(command);
        }

        @Override
        public boolean isFailure(Movement event) {
            return accounts.isFailure(event);
        }
    }
}
