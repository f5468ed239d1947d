package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Subscription.Dependency;
import dev.annals.processor.model.Subscription.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All aggregates, projections, extensions, reactions and subscriptions of one service in one compilation.
 *
 * @param packageName the longest package that they share
 */
public record Service(
        String name,
        String packageName,
        List<Aggregate> aggregates,
        List<Projection> projections,
        List<Extension> extensions,
        List<Reaction> reactions,
        List<Subscription> subscriptions,
        List<Schedule> schedules) {

    public Service {
        aggregates = List.copyOf(aggregates);
        projections = List.copyOf(projections);
        extensions = List.copyOf(extensions);
        reactions = List.copyOf(reactions);
        subscriptions = List.copyOf(subscriptions);
        schedules = List.copyOf(schedules);
    }

    /** All that it is made of. */
    public List<Member> all() {
        return Stream.<Member>concat(members().stream(), attached().stream()).toList();
    }

    /** What runs beside its aggregates and projections, without records of its own. */
    public List<Member> attached() {
        return Stream.<Member>concat(streams().stream(), subscriptions.stream()).toList();
    }

    /** Kafka Streams applications beside its aggregates and projections: extensions, then reactions, then schedules. */
    public List<Member> streams() {
        return Stream.of(extensions, reactions, schedules)
                .<Member>flatMap(List::stream)
                .toList();
    }

    /** What its builder is given: each thing that a subscription takes, once, in the order of their names. */
    public List<Dependency> dependencies() {
        Map<String, Dependency> byName = new TreeMap<>();
        subscriptions.stream()
                .flatMap(subscription -> subscription.dependencies().stream())
                .forEach(dependency -> byName.putIfAbsent(dependency.name(), dependency));
        return List.copyOf(byName.values());
    }

    /** Its subscriptions of one kind. */
    public List<Subscription> subscriptions(Kind kind) {
        return subscriptions.stream()
                .filter(subscription -> subscription.kind() == kind)
                .toList();
    }

    /** Its aggregates, then its projections. */
    public List<MessageOwner> members() {
        return Stream.<MessageOwner>concat(aggregates.stream(), projections.stream())
                .toList();
    }

    /** All that can be read of it. */
    public List<View> views() {
        return Stream.concat(
                        aggregates.stream().map(View::of), projections.stream().map(View::of))
                .toList();
    }

    /** The same, but of several versions of a projection the last one alone: they share their paths. */
    public List<View> servedViews() {
        return Stream.concat(
                        aggregates.stream().map(View::of),
                        projections.stream()
                                .filter(projection -> projections.stream()
                                        .noneMatch(other -> other.name().equals(projection.name())
                                                && other.version() > projection.version()))
                                .map(View::of))
                .toList();
    }

    /** A class generated for this service: {@code BankTopology}. */
    public ClassName generated(String suffix) {
        return ClassName.get(packageName, Names.pascalCase(name) + suffix);
    }

    public ClassName main() {
        return ClassName.get(packageName, "Main");
    }
}
