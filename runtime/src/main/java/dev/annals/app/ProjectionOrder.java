package dev.annals.app;

import dev.annals.projection.ProjectionRuntime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Puts projections in an order in which each comes after those that it reads: these have the topics that it needs. */
final class ProjectionOrder {

    private ProjectionOrder() {}

    static List<ProjectionRuntime<?, ?>> of(List<ProjectionRuntime<?, ?>> projections) {
        List<ProjectionRuntime<?, ?>> left = new ArrayList<>(projections);
        List<ProjectionRuntime<?, ?>> ordered = new ArrayList<>();
        while (!left.isEmpty()) {
            Set<String> missing = left.stream()
                    .map(projection -> projection.name().snapshotsTopic())
                    .collect(Collectors.toSet());
            List<ProjectionRuntime<?, ?>> next = left.stream()
                    .filter(projection -> !reads(projection, missing))
                    .toList();
            // Records that hold each other in a circle cannot be made, and the compiler refuses them.
            ordered.addAll(next.isEmpty() ? left : next);
            left.removeAll(ordered);
        }
        return ordered;
    }

    private static boolean reads(ProjectionRuntime<?, ?> projection, Set<String> topics) {
        return projection.definition().sourceTopics().stream().anyMatch(topics::contains);
    }
}
