package bank;

import bank.transfers.Transfer;
import bank.transfers.TransferCommand;
import bank.transfers.TransferEvent;
import dev.annals.aggregate.AggregateRuntime;
import java.util.UUID;
import javax.annotation.processing.Generated;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * The Kafka Streams topology of the service {@code bank}: for each aggregate a processor that takes its commands
 * and writes its events, its snapshots and its dead letters.
 */
@Generated("dev.annals.processor.AnnalsProcessor")
final class BankTopology {

    private BankTopology() {}

    static Topology build(
            int partitions,
            AggregateRuntime<String, Operation, Movement, Account> accounts,
            AggregateRuntime<UUID, TransferCommand, TransferEvent, Transfer> transfers) {
        Topology topology = new Topology();
        addAccounts(topology, partitions, accounts);
        addTransfers(topology, partitions, transfers);
        return topology;
    }

    private static void addAccounts(
            Topology topology, int partitions, AggregateRuntime<String, Operation, Movement, Account> accounts) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSource("accounts-commands", in, in, "bank.accounts.commands")
                .addProcessor("accounts", accounts.processor(partitions), "accounts-commands")
                .addSink("accounts-events", "bank.accounts.events", out, out, "accounts")
                .addSink("accounts-snapshots", "bank.accounts.snapshots", out, out, "accounts")
                .addSink("accounts-dead-letters", "bank.accounts.dead-letters", out, out, "accounts");
    }

    private static void addTransfers(
            Topology topology,
            int partitions,
            AggregateRuntime<UUID, TransferCommand, TransferEvent, Transfer> transfers) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSource("transfers-commands", in, in, "bank.transfers.commands")
                .addProcessor("transfers", transfers.processor(partitions), "transfers-commands")
                .addSink("transfers-events", "bank.transfers.events", out, out, "transfers")
                .addSink("transfers-snapshots", "bank.transfers.snapshots", out, out, "transfers")
                .addSink("transfers-dead-letters", "bank.transfers.dead-letters", out, out, "transfers")
                .addSink("transfers-deadlines", "bank.transfers.commands", out, out, "transfers");
    }
}
