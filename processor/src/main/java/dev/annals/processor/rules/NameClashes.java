package dev.annals.processor.rules;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Member;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names of aggregates, projections and extensions that are good in themselves, and stand in the way of others of their service or of the service's routes. */
final class NameClashes {

    /** What a store's name is followed by in the names of the topology's other parts. */
    private static final List<String> PARTS =
            List.of("", "-commands", "-events", "-snapshots", "-dead-letters", "-outcomes", "-history", "-deadlines");

    /** What the paths of every service's own routes start with. */
    private static final Set<String> SERVICE_ROUTES =
            Set.of("health", "instances", "metrics", "schemas", "subscriptions", "topology");

    /** What the paths of an aggregate without a name start with. */
    private static final Set<String> AGGREGATE_ROUTES = Set.of("all", "commands", "dead-letters", "events", "one");

    private NameClashes() {}

    static void check(List<Member> members, Diagnostics diagnostics) {
        requireDistinctParts(members, diagnostics);
        boolean routesAtRoot = members.stream().anyMatch(member -> member.name().isEmpty());
        for (Member member : members) {
            if (SERVICE_ROUTES.contains(member.name())) {
                report(member, "every service", diagnostics);
            } else if (routesAtRoot && AGGREGATE_ROUTES.contains(member.name())) {
                report(member, "the aggregate without a name", diagnostics);
            }
        }
    }

    private static void report(Member member, String owner, Diagnostics diagnostics) {
        diagnostics.error(
                Code.ROUTE_TAKEN,
                member.nameLocation(),
                "The paths below /%s are those of %s: give it another name",
                member.name(),
                owner);
    }

    private static void requireDistinctParts(List<Member> members, Diagnostics diagnostics) {
        Map<String, Member> owners = new HashMap<>();
        for (Member member : members) {
            for (String part : PARTS) {
                Member other = owners.putIfAbsent(member.storeName() + part, member);
                if (other != null && !other.storeName().equals(member.storeName())) {
                    diagnostics.error(
                            Code.DUPLICATE_NAME,
                            member.nameLocation(),
                            "%s and %s would both have a part named \"%s\" in the topology of the service \"%s\": give one of"
                                    + " them another name",
                            other.annotated().simpleName(),
                            member.annotated().simpleName(),
                            member.storeName() + part,
                            member.service());
                }
            }
        }
    }
}
