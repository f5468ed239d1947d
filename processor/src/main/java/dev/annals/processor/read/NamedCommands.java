package dev.annals.processor.read;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Reaction.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/** What an annotation names as a target of commands: an aggregate by its snapshot, or an interface of commands for another service. */
final class NamedCommands {

    private NamedCommands() {}

    /**
     * All that a member of an annotation names.
     *
     * @param code of what is wrong
     * @return nothing where one of them is none, or is named twice
     */
    static Optional<List<Target>> read(
            List<AnnotationValues.Named> names, SourceReader sources, Code code, Diagnostics diagnostics) {
        List<Target> found = new ArrayList<>();
        for (AnnotationValues.Named named : names) {
            Optional<Target> target = TypeNames.element(named.type()).flatMap(type -> target(type, named, sources));
            if (target.isEmpty()) {
                diagnostics.error(
                        code,
                        named.place(),
                        "%s is no aggregate whose commands could be given: name a snapshot, which has @EventSourced, or a sealed"
                                + " interface of commands with @External",
                        named.type());
            } else if (found.stream()
                    .anyMatch(other -> other.source().equals(target.get().source()))) {
                diagnostics.error(code, named.place(), "%s is named twice: leave it out here", named.type());
            } else if (found.stream()
                    .anyMatch(other -> other.commandsTopic().equals(target.get().commandsTopic()))) {
                diagnostics.error(
                        code,
                        named.place(),
                        "%s is written to %s, as another is that is named here: put the commands of one topic into one interface",
                        named.type(),
                        target.get().commandsTopic());
            } else {
                found.add(target.get());
            }
        }
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    private static Optional<Target> target(TypeElement type, AnnotationValues.Named named, SourceReader sources) {
        return sources.aggregate(type)
                .map(aggregate -> new Target(
                        SourceReader.of(aggregate), aggregate.commands(), Optional.of(aggregate), named.place()))
                .or(() -> sources.external(type)
                        .filter(external -> external.isOfCommands())
                        .map(external -> new Target(
                                SourceReader.of(external), external.hierarchy(), Optional.empty(), named.place())));
    }
}
