package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Extension;
import dev.annals.processor.model.Member;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Schedule;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.Subscription;
import dev.annals.processor.model.Subscription.Dependency;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts the aggregates, projections, extensions, reactions and subscriptions of one compilation together to services, and checks that they go together. */
public final class Services {

    private Services() {}

    /** The services of these, all in the order of their names, whatever the order of the sources. */
    public static List<Service> of(
            List<Aggregate> aggregates,
            List<Projection> projections,
            List<Extension> extensions,
            List<Reaction> reactions,
            List<Subscription> subscriptions,
            List<Schedule> schedules,
            Diagnostics diagnostics) {
        Set<String> names = new TreeSet<>();
        aggregates.forEach(aggregate -> names.add(aggregate.service()));
        projections.forEach(projection -> names.add(projection.service()));
        if (names.isEmpty()) {
            Stream.of(extensions, reactions, subscriptions, schedules)
                    .flatMap(List::stream)
                    .forEach(member -> names.add(member.service()));
        }
        requireServices(names, extensions, "an extension", diagnostics);
        requireServices(names, reactions, "a reaction", diagnostics);
        requireServices(names, subscriptions, "a subscription", diagnostics);
        requireServices(names, schedules, "a schedule", diagnostics);
        ReactionCycles.check(reactions, diagnostics);
        List<Service> services = names.stream()
                .map(name -> service(
                        name,
                        ofService(name, aggregates),
                        ofService(name, projections),
                        ofService(name, extensions),
                        ofService(name, reactions),
                        ofService(name, subscriptions),
                        ofService(name, schedules),
                        diagnostics))
                .toList();
        requireOwnPackages(services, diagnostics);
        return services;
    }

    /**
     * What is added adds to something: a service of its own, without an aggregate and a projection, is one only where there is no
     * other that could be meant.
     */
    private static void requireServices(
            Set<String> names, List<? extends Member> added, String what, Diagnostics diagnostics) {
        for (Member extension : added) {
            if (!names.contains(extension.service())) {
                diagnostics.error(
                        Code.EXTENSION_ALONE,
                        extension.serviceLocation(),
                        "The service \"%s\" has neither an aggregate nor a projection here, which %s could be"
                                + " added to: there is %s",
                        extension.service(),
                        what,
                        String.join(", ", names));
            }
        }
    }

    private static <T extends Member> List<T> ofService(String name, List<T> owners) {
        return owners.stream()
                .filter(owner -> owner.service().equals(name))
                .sorted(Comparator.<T, String>comparing(Member::name)
                        .thenComparing(owner -> owner instanceof Projection projection ? projection.version() : 1)
                        .thenComparing(Member::annotated))
                .toList();
    }

    private static Service service(
            String name,
            List<Aggregate> aggregates,
            List<Projection> projections,
            List<Extension> extensions,
            List<Reaction> reactions,
            List<Subscription> subscriptions,
            List<Schedule> schedules,
            Diagnostics diagnostics) {
        List<Member> members = Stream.of(aggregates, projections, extensions, reactions, subscriptions, schedules)
                .<Member>flatMap(List::stream)
                .toList();
        String shared = members.stream()
                .map(Member::packageName)
                .reduce(Names::sharedPackage)
                .orElseThrow();
        Optional<Member> homeless = members.stream()
                .filter(member -> member.packageName().isEmpty())
                .findFirst();
        if (homeless.isPresent()) {
            diagnostics.error(
                    Code.NO_SHARED_PACKAGE,
                    homeless.get().location(),
                    "%s is in no package, and generated code has to be in one: write 'package %s;', or another, at the"
                            + " top of all sources of the service",
                    homeless.get().annotated().simpleName(),
                    name.replace("-", "").toLowerCase(Locale.ROOT));
        } else if (shared.isEmpty()) {
            diagnostics.error(
                    Code.NO_SHARED_PACKAGE,
                    members.get(0).location(),
                    "The service \"%s\" has its snapshots in packages that share nothing (%s), and so no place for its Main:"
                            + " move them below one package",
                    name,
                    String.join(
                            ", ",
                            members.stream().map(Member::packageName).distinct().toList()));
        }
        requireDistinctNames(members, diagnostics);
        requireSameDependencies(subscriptions, diagnostics);
        requirePublicDependencies(shared, subscriptions, diagnostics);
        NameClashes.check(members, diagnostics);
        return new Service(name, shared, aggregates, projections, extensions, reactions, subscriptions, schedules);
    }

    /** Distinct even where a file system or a class name does not tell the difference. */
    private static void requireDistinctNames(List<Member> members, Diagnostics diagnostics) {
        Map<String, Member> names = new HashMap<>();
        for (Member member : members) {
            Member other = names.putIfAbsent(member.prefix().toLowerCase(Locale.ROOT), member);
            if (other != null) {
                diagnostics.error(
                        Code.DUPLICATE_NAME,
                        member.nameLocation(),
                        "%s and %s would both have generated classes whose names start with %s in the service \"%s\": give"
                                + " one of them another name",
                        other.annotated().simpleName(),
                        member.annotated().simpleName(),
                        member.prefix(),
                        member.service());
            }
        }
    }

    /** What has one name in several constructors is one thing in the builder. */
    private static void requireSameDependencies(List<Subscription> subscriptions, Diagnostics diagnostics) {
        Map<String, Dependency> byName = new HashMap<>();
        for (Subscription subscription : subscriptions) {
            for (Dependency dependency : subscription.dependencies()) {
                Dependency other = byName.putIfAbsent(dependency.name(), dependency);
                if (other != null && !other.isSameAs(dependency)) {
                    diagnostics.error(
                            Code.DEPENDENCIES_DIFFER,
                            dependency.location(),
                            "The service's builder takes each thing by its name, and %s is a %s here and a %s in another"
                                    + " constructor: give one of them another name",
                            dependency.name(),
                            dependency.type(),
                            other.type());
                }
            }
        }
    }

    /** The builder stands in the service's package, and names what subscriptions take. */
    private static void requirePublicDependencies(
            String packageName, List<Subscription> subscriptions, Diagnostics diagnostics) {
        for (Subscription subscription : subscriptions) {
            for (Dependency dependency : subscription.dependencies()) {
                if (!dependency.isPublic() && !subscription.packageName().equals(packageName)) {
                    diagnostics.error(
                            Code.INACCESSIBLE,
                            dependency.location(),
                            "%s is passed by the service's builder, which is generated in package %s: make its type public, and"
                                    + " the types around it",
                            dependency.name(),
                            packageName);
                }
            }
        }
    }

    private static void requireOwnPackages(List<Service> services, Diagnostics diagnostics) {
        Map<String, Service> byPackage = new HashMap<>();
        for (Service service : services) {
            Service other = byPackage.putIfAbsent(service.packageName(), service);
            if (other != null && !service.packageName().isEmpty()) {
                diagnostics.error(
                        Code.SERVICES_SHARE_PACKAGE,
                        service.all().get(0).serviceLocation(),
                        "The services \"%s\" and \"%s\" would both have their Main in package %s: move one of them",
                        other.name(),
                        service.name(),
                        service.packageName());
            }
        }
    }
}
