package dev.annals.processor.rules;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Member;
import dev.annals.processor.model.Reaction.Target;
import java.util.List;

/** Commands that reactions and schedules give. */
final class GivenCommands {

    private GivenCommands() {}

    /** What another service keeps to itself is not returned, as far as the type says what is. */
    static void requireOffered(
            Member giver, Target target, ClassName returned, Location location, Diagnostics diagnostics) {
        List<Leaf> covered = target.commands().covered(returned);
        String service = target.aggregate().map(Aggregate::service).orElse(giver.service());
        if (!service.equals(giver.service())
                && !covered.isEmpty()
                && covered.stream().allMatch(Leaf::internal)) {
            diagnostics.error(
                    Code.INTERNAL_COMMAND,
                    location,
                    "%s is @Internal to the service %s, which alone gives it. %s",
                    returned.simpleName(),
                    service,
                    offered(target));
        }
    }

    private static String offered(Target target) {
        List<String> names =
                target.commands().offered().stream().map(Leaf::simpleName).toList();
        return names.isEmpty()
                ? "That service has to answer your event with it, by a reaction of its own"
                : "Return a command that is offered to others: " + String.join(", ", names);
    }
}
