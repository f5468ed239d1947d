package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Service;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Puts the aggregates and projections of one compilation together to services, and checks that they go together. */
public final class Services {

    private Services() {}

    /** The services of these, all in the order of their names, whatever the order of the sources. */
    public static List<Service> of(List<Aggregate> aggregates, List<Projection> projections, Diagnostics diagnostics) {
        Set<String> names = new TreeSet<>();
        aggregates.forEach(aggregate -> names.add(aggregate.service()));
        projections.forEach(projection -> names.add(projection.service()));
        List<Service> services = names.stream()
                .map(name -> service(name, ofService(name, aggregates), ofService(name, projections), diagnostics))
                .toList();
        requireOwnPackages(services, diagnostics);
        return services;
    }

    private static <T extends MessageOwner> List<T> ofService(String name, List<T> owners) {
        return owners.stream()
                .filter(owner -> owner.service().equals(name))
                .sorted(Comparator.<T, String>comparing(MessageOwner::name)
                        .thenComparing(owner -> owner instanceof Projection projection ? projection.version() : 1)
                        .thenComparing(owner -> owner.snapshot().name()))
                .toList();
    }

    private static Service service(
            String name, List<Aggregate> aggregates, List<Projection> projections, Diagnostics diagnostics) {
        List<MessageOwner> members = Stream.<MessageOwner>concat(aggregates.stream(), projections.stream())
                .toList();
        String shared = members.stream()
                .map(MessageOwner::packageName)
                .reduce(Names::sharedPackage)
                .orElseThrow();
        Optional<MessageOwner> homeless = members.stream()
                .filter(member -> member.packageName().isEmpty())
                .findFirst();
        if (homeless.isPresent()) {
            diagnostics.error(
                    Code.NO_SHARED_PACKAGE,
                    homeless.get().location(),
                    "%s is in no package, and generated code has to be in one: write 'package %s;', or another, at the"
                            + " top of all sources of the service",
                    homeless.get().snapshot().name().simpleName(),
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
                            members.stream()
                                    .map(MessageOwner::packageName)
                                    .distinct()
                                    .toList()));
        }
        requireDistinctNames(members, diagnostics);
        NameClashes.check(members, diagnostics);
        return new Service(name, shared, aggregates, projections);
    }

    /** Distinct even where a file system or a class name does not tell the difference. */
    private static void requireDistinctNames(List<MessageOwner> members, Diagnostics diagnostics) {
        Map<String, MessageOwner> names = new HashMap<>();
        for (MessageOwner member : members) {
            MessageOwner other = names.putIfAbsent(member.prefix().toLowerCase(Locale.ROOT), member);
            if (other != null) {
                diagnostics.error(
                        Code.DUPLICATE_NAME,
                        member.nameLocation(),
                        "%s and %s would both have generated classes whose names start with %s in the service \"%s\": give"
                                + " one of them another name",
                        other.snapshot().name().simpleName(),
                        member.snapshot().name().simpleName(),
                        member.prefix(),
                        member.service());
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
                        service.members().get(0).serviceLocation(),
                        "The services \"%s\" and \"%s\" would both have their Main in package %s: move one of them",
                        other.name(),
                        service.name(),
                        service.packageName());
            }
        }
    }
}
