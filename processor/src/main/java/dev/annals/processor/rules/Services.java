package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Service;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Puts the aggregates of one compilation together to services, and checks that they go together. */
public final class Services {

    private Services() {}

    /** The services of these aggregates, both in the order of their names, whatever the order of the sources. */
    public static List<Service> of(List<Aggregate> aggregates, Diagnostics diagnostics) {
        Map<String, List<Aggregate>> byService = new TreeMap<>();
        for (Aggregate aggregate : aggregates) {
            byService
                    .computeIfAbsent(aggregate.service(), none -> new ArrayList<>())
                    .add(aggregate);
        }
        List<Service> services = new ArrayList<>();
        byService.forEach((name, members) -> {
            members.sort(Comparator.comparing(Aggregate::name)
                    .thenComparing(member -> member.snapshot().name()));
            services.add(service(name, members, diagnostics));
        });
        requireOwnPackages(services, diagnostics);
        return services;
    }

    private static Service service(String name, List<Aggregate> members, Diagnostics diagnostics) {
        String shared = members.stream()
                .map(Aggregate::packageName)
                .reduce(Names::sharedPackage)
                .orElseThrow();
        Optional<Aggregate> homeless = members.stream()
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
                                    .map(Aggregate::packageName)
                                    .distinct()
                                    .toList()));
        }
        requireDistinctNames(members, diagnostics);
        NameClashes.check(members, diagnostics);
        return new Service(name, shared, members);
    }

    /** Distinct even where a file system or a class name does not tell the difference. */
    private static void requireDistinctNames(List<Aggregate> members, Diagnostics diagnostics) {
        Map<String, Aggregate> names = new HashMap<>();
        for (Aggregate member : members) {
            Aggregate other = names.putIfAbsent(member.prefix().toLowerCase(Locale.ROOT), member);
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
                        service.aggregates().get(0).serviceLocation(),
                        "The services \"%s\" and \"%s\" would both have their Main in package %s: move one of them",
                        other.name(),
                        service.name(),
                        service.packageName());
            }
        }
    }
}
