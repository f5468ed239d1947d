package bank;

import dev.annals.aggregate.AggregateRuntime;
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

    static Topology build(int partitions, AggregateRuntime<String, Operation, Movement, Account> accounts) {
        Topology topology = new Topology();
        addAccounts(topology, partitions, accounts);
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
}
