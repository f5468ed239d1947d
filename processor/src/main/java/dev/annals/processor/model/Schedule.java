package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Reaction.Target;
import java.util.List;
import java.util.Optional;

/**
 * An annotated method that gives commands when it is time.
 *
 * @param annotated the class that has the method
 * @param method its name
 * @param takesTime whether it takes the time that it is called for
 * @param returns how it returns commands
 * @param result the type of the commands
 * @param targets whose commands may be given
 * @param times when
 */
public record Schedule(
        String service,
        String name,
        ClassName annotated,
        String method,
        boolean takesTime,
        Handler.Returns returns,
        Optional<ClassName> result,
        List<Target> targets,
        Times times,
        Location location,
        Location serviceLocation,
        Location nameLocation)
        implements Member {

    public Schedule {
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

    /** The target whose commands are given. */
    public Target target() {
        return targets.stream()
                .filter(target -> result.stream().anyMatch(target.commands()::contains))
                .findFirst()
                .orElseThrow();
    }

    /** When it is time. */
    public sealed interface Times {}

    /**
     * At the multiples of an interval.
     *
     * @param interval as ISO 8601 has it
     */
    public record Every(String interval) implements Times {}

    /** By a cron expression. */
    public record Cron(String expression, String zone) implements Times {}
}
