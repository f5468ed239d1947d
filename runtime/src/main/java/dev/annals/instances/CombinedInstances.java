package dev.annals.instances;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The instances of a service that is several Kafka Streams applications: each process once, with what it holds of all. */
public record CombinedInstances(List<Instances> parts) implements Instances {

    public CombinedInstances {
        parts = List.copyOf(parts);
    }

    @Override
    public List<Instance> all() {
        Map<Address, Instance> byAddress = new LinkedHashMap<>();
        parts.stream()
                .flatMap(part -> part.all().stream())
                .forEach(instance -> byAddress.merge(instance.address(), instance, CombinedInstances::both));
        return new ArrayList<>(byAddress.values());
    }

    private static Instance both(Instance one, Instance other) {
        return new Instance(
                one.address(),
                one.local(),
                union(one.stores(), other.stores()),
                union(one.active(), other.active()),
                union(one.standby(), other.standby()));
    }

    private static <T> Set<T> union(Set<T> one, Set<T> other) {
        Set<T> both = new HashSet<>(one);
        both.addAll(other);
        return both;
    }
}
