package dev.annals.app;

import dev.annals.aggregate.LocalStores;
import dev.annals.aggregate.NotReadyException;
import dev.annals.projection.ProjectionName;
import dev.annals.topology.NamedTopology;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The Kafka Streams applications of a service in this process.
 *
 * @param aggregates that of all aggregates, where there are any
 * @param topologies of all
 * @param stateDirectory where the state of all of them lies
 */
record ServiceStreams(
        Optional<StreamsRunner> aggregates,
        List<RunningProjection> projections,
        List<RunningExtension> extensions,
        List<NamedTopology> topologies,
        String stateDirectory) {

    /** Of a service that streams nothing in this process. */
    static final ServiceStreams NONE = new ServiceStreams(Optional.empty(), List.of(), List.of(), List.of(), "");

    ServiceStreams {
        projections = List.copyOf(projections);
        extensions = List.copyOf(extensions);
        topologies = List.copyOf(topologies);
    }

    List<StreamsRunner> all() {
        return all(projections);
    }

    /** Those without which the service is not ready: all but new versions of projections, which others stand in for. */
    List<StreamsRunner> needed() {
        return all(served());
    }

    private List<StreamsRunner> all(List<RunningProjection> ofProjections) {
        return Stream.of(
                        aggregates.stream(),
                        ofProjections.stream().map(RunningProjection::streams),
                        extensions.stream().map(RunningExtension::streams))
                .flatMap(Function.identity())
                .toList();
    }

    /** The projections that are served from the start. */
    List<RunningProjection> served() {
        Set<ProjectionName> replacements = ProjectionName.replacements(projections.stream()
                .map(projection -> projection.projection().name())
                .toList());
        return projections.stream()
                .filter(projection ->
                        !replacements.contains(projection.projection().name()))
                .toList();
    }

    /** The stores of the aggregates. */
    LocalStores stores() {
        return aggregates.<LocalStores>map(runner -> runner).orElse((name, partition) -> {
            throw new NotReadyException("There is no aggregate " + name);
        });
    }

    /** Starts all, and returns when the state of those that are needed is restored. */
    void start() {
        all().forEach(StreamsRunner::start);
        needed().forEach(StreamsRunner::awaitRunning);
    }

    /** How many records are still to be restored. */
    long remaining() {
        return all().stream().mapToLong(each -> each.restore().remaining()).sum();
    }

    /** How many records have been restored since the start. */
    long restored() {
        return all().stream().mapToLong(each -> each.restore().restored()).sum();
    }
}
