package dev.annals.aggregate;

import dev.annals.CommandContext;
import dev.annals.Decision;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One step of an aggregate, decided and evolved but not yet written: nothing outside it has changed.
 *
 * @param rejection why nothing is recorded, or null
 * @param events what is recorded, in order
 * @param refused whether one of the events is a failure
 * @param before the entity's state that the command was decided against
 * @param after its state after the events; the same object as before where they change none
 */
public record Step<E, S>(
        Decision.@Nullable Rejected<E> rejection,
        List<E> events,
        boolean refused,
        EntityState<S> before,
        EntityState<S> after) {

    /** Decides a command, and takes the state through all events that it leads to. */
    public static <C, E, S> Step<E, S> of(
            Aggregate<?, C, E, S> aggregate, EntityState<S> before, C command, CommandContext context) {
        Decision<E> decision = aggregate.decide(before.snapshot(), command, context);
        if (decision instanceof Decision.Rejected<E> rejection) {
            return new Step<>(rejection, List.of(), false, before, before);
        }
        List<E> events = ((Decision.Accepted<E>) decision).events();
        EntityState<S> after = before;
        boolean refused = false;
        for (E event : events) {
            if (aggregate.isFailure(event)) {
                refused = true;
            } else {
                after = new EntityState<>(after.version() + 1, aggregate.evolve(after.snapshot(), event));
            }
        }
        return new Step<>(null, events, refused, before, after);
    }

    boolean changesState() {
        return after.version() != before.version();
    }
}
