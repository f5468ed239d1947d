package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Projection.Source;
import java.util.List;
import java.util.Optional;

/**
 * An annotated class that answers events with commands.
 *
 * @param instantiated whether it has methods that are called on an instance
 * @param triggers what it answers
 * @param targets whose commands it gives
 * @param fromNow whether it begins with what is recorded after its first start
 * @param loops whether events may lead to their like again
 */
public record Reaction(
        String service,
        String name,
        ClassName annotated,
        boolean instantiated,
        List<Trigger> triggers,
        List<Target> targets,
        boolean fromNow,
        boolean loops,
        Location location,
        Location serviceLocation,
        Location nameLocation)
        implements Member {

    public Reaction {
        triggers = List.copyOf(triggers);
        targets = List.copyOf(targets);
    }

    @Override
    public String fullName() {
        return service + "." + name;
    }

    @Override
    public String storeName() {
        return name;
    }

    /** The target whose command a handler returns. */
    public Target target(Handler handler) {
        return targets.stream()
                .filter(target -> handler.result().stream().anyMatch(target.commands()::contains))
                .findFirst()
                .orElseThrow();
    }

    /**
     * An aggregate whose events are answered.
     *
     * @param handlers the {@code on} methods for them
     * @param named where the aggregate is named
     */
    public record Trigger(Source source, Handlers handlers, Location named) {}

    /**
     * What commands are given to.
     *
     * @param aggregate where it is one whose types are known, rather than an interface of one's own
     * @param named where the aggregate is named
     */
    public record Target(Source source, Hierarchy commands, Optional<Aggregate> aggregate, Location named) {

        public String commandsTopic() {
            return source.externalTopic().orElse(source.topics() + ".commands");
        }
    }
}
