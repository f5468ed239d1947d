package ledger;

import dev.annals.aggregate.AggregateRuntime;
import javax.annotation.processing.Generated;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;

/**
 * The Kafka Streams topology of the service {@code ledger}: for each aggregate a processor that takes its commands
 * and writes its events, its snapshots and its dead letters.
 */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerTopology {

    private LedgerTopology() {}

    static Topology build(int partitions, AggregateRuntime<String, Request, Entry, Ledger> ledger) {
        Topology topology = new Topology();
        addLedger(topology, partitions, ledger);
        return topology;
    }

    private static void addLedger(
            Topology topology, int partitions, AggregateRuntime<String, Request, Entry, Ledger> ledger) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        topology.addSource("ledger-commands", in, in, "ledger.commands")
                .addProcessor("ledger", ledger.processor(partitions), "ledger-commands")
                .addSink("ledger-events", "ledger.events", out, out, "ledger")
                .addSink("ledger-snapshots", "ledger.snapshots", out, out, "ledger")
                .addSink("ledger-dead-letters", "ledger.dead-letters", out, out, "ledger");
    }
}
