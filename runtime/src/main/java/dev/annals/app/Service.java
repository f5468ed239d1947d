package dev.annals.app;

import dev.annals.aggregate.AggregateRuntime;
import dev.annals.aggregate.Engine;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.http.Routes;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.rebuild.AggregateRebuild;
import dev.annals.rebuild.HistoryRebuild;
import dev.annals.rebuild.Rebuildable;
import dev.annals.sql.ReadModelRuntime;
import dev.annals.subscription.SubscriptionRuntime;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.kafka.streams.Topology;

/** A service as it was generated: what the application runs. */
public interface Service {

    /** The name, which is also the Kafka Streams application id. */
    String name();

    List<AggregateRuntime<?, ?, ?, ?>> aggregates();

    default List<ProjectionRuntime<?, ?>> projections() {
        return List.of();
    }

    /** The Kafka Streams applications that were written by hand. */
    default List<ExtensionRuntime> extensions() {
        return List.of();
    }

    /** What is done outside Kafka when something has happened. */
    default List<SubscriptionRuntime> subscriptions() {
        return List.of();
    }

    /** What is kept in an SQL database. */
    default List<ReadModelRuntime> readModels() {
        return List.of();
    }

    /** The Kafka Streams applications that it runs as. */
    default List<String> applicationIds() {
        return Stream.of(
                        Stream.of(name()),
                        projections().stream()
                                .map(projection -> projection.name().applicationId()),
                        extensions().stream().map(extension -> extension.name().applicationId()))
                .flatMap(Function.identity())
                .toList();
    }

    /** What can be built again from events, partition by partition: the stores and snapshots of its aggregates, and histories. */
    default List<Rebuildable> rebuildables() {
        return aggregates().stream()
                .flatMap(aggregate -> aggregate.aggregate().keepsHistory()
                        ? Stream.of(AggregateRebuild.of(aggregate), HistoryRebuild.of(aggregate))
                        : Stream.of(AggregateRebuild.of(aggregate)))
                .toList();
    }

    /**
     * The Kafka Streams topology of the aggregates.
     *
     * @param partitions of each of the service's topics
     */
    Topology topology(int partitions);

    /** Places the service's HTTP handlers. */
    void addRoutes(Routes routes, Endpoints endpoints);

    /** A request to try, for the message at start; nothing where it has no aggregate and no projection. */
    default Optional<ExampleRequest> example() {
        return Optional.empty();
    }

    /** What makes a generated service: {@code Service.of(BankService::new).with(Reports::new)}. */
    static Factory of(Factory factory) {
        return factory;
    }

    /** Makes a service, and says which modules it runs with. Safe for use by several threads. */
    @FunctionalInterface
    interface Factory {

        /** Makes a service whose aggregates share this engine. */
        Service create(Engine engine);

        default Modules modules() {
            return Modules.STANDARD;
        }

        /**
         * The same service with a module more.
         *
         * @param module makes one for each start
         */
        default Factory with(Supplier<? extends Module> module) {
            return new ModularFactory(this, modules().with(module));
        }

        /** The same service without some of the standard modules. */
        default Factory without(StandardModule first, StandardModule... others) {
            return new ModularFactory(this, modules().without(first, others));
        }
    }

    /**
     * A POST of a command, or a GET of what is read.
     *
     * @param path such as {@code /accounts/commands}
     * @param body a JSON document; empty for a GET
     */
    record ExampleRequest(String path, String body) {}
}
