package tally;

import dev.annals.CommandContext;
import dev.annals.Decision;
import dev.annals.aggregate.Aggregate;
import dev.annals.aggregate.AggregateName;
import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.aggregate.KeyCodec;
import dev.annals.app.Endpoints;
import dev.annals.app.Service;
import dev.annals.http.Routes;
import dev.annals.serde.MessageCodec;
import java.util.List;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.Topology;
import org.jspecify.annotations.Nullable;

/** A service of counters under any names, as it would be generated with aggregates of those names. */
final class Yard implements Service {

    private final String name;
    private final List<AggregateRuntime<String, Request, Happening, Counter>> counters;

    private Yard(String name, Engine engine, List<String> aggregates) {
        this.name = name;
        this.counters = aggregates.stream()
                .map(each -> new AggregateRuntime<>(new Named(new AggregateName(name, each)), engine))
                .toList();
    }

    /** Makes a service of this name with aggregates of these names. */
    static Service.Factory of(String name, String... aggregates) {
        return engine -> new Yard(name, engine, List.of(aggregates));
    }

    static Aggregate<String, Request, Happening, Counter> aggregate(String service, String name) {
        return new Named(new AggregateName(service, name));
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public List<AggregateRuntime<?, ?, ?, ?>> aggregates() {
        return List.copyOf(counters);
    }

    @Override
    public Topology topology(int partitions) {
        Topology topology = new Topology();
        counters.forEach(runtime -> add(topology, partitions, runtime));
        return topology;
    }

    @Override
    public void addRoutes(Routes routes, Endpoints endpoints) {
        counters.forEach(runtime -> routes.get(
                runtime.name().path() + "/one/{key}", endpoints.of(runtime).one(CountersSnapshotJson::writeFields)));
    }

    private static void add(Topology topology, int partitions, AggregateRuntime<?, ?, ?, ?> runtime) {
        ByteArrayDeserializer in = new ByteArrayDeserializer();
        ByteArraySerializer out = new ByteArraySerializer();
        AggregateName name = runtime.name();
        String node = name.store();
        topology.addSource(node + "-commands", in, in, name.commandsTopic())
                .addProcessor(node, runtime.processor(partitions), node + "-commands")
                .addSink(node + "-events", name.eventsTopic(), out, out, node)
                .addSink(node + "-snapshots", name.snapshotsTopic(), out, out, node)
                .addSink(node + "-dead-letters", name.deadLettersTopic(), out, out, node);
    }

    /** The counters under another name. */
    private record Named(AggregateName name) implements Aggregate<String, Request, Happening, Counter> {

        private static final CountersAggregate COUNTERS = new CountersAggregate();

        @Override
        public KeyCodec<String> keys() {
            return COUNTERS.keys();
        }

        @Override
        public MessageCodec<Request> commands() {
            return COUNTERS.commands();
        }

        @Override
        public MessageCodec<Happening> events() {
            return COUNTERS.events();
        }

        @Override
        public MessageCodec<Counter> snapshots() {
            return COUNTERS.snapshots();
        }

        @Override
        public String keyOf(Request command) {
            return COUNTERS.keyOf(command);
        }

        @Override
        public Decision<Happening> decide(@Nullable Counter state, Request command, CommandContext context) {
            return COUNTERS.decide(state, command, context);
        }

        @Override
        public @Nullable Counter evolve(@Nullable Counter state, Happening event) {
            return COUNTERS.evolve(state, event);
        }

        @Override
        public boolean isFailure(Happening event) {
            return COUNTERS.isFailure(event);
        }
    }
}
