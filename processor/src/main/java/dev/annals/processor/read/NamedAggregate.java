package dev.annals.processor.read;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Projection.Source;
import dev.annals.processor.model.Reaction.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * An aggregate that an annotation names by its snapshot.
 *
 * @param place where it is named
 */
record NamedAggregate(Aggregate aggregate, ElementLocation place) {

    /**
     * All that a member of an annotation names.
     *
     * @param code of what is wrong
     * @param use what is done with them, for messages: "whose events could be folded"
     * @return nothing where one of them is none, or is named twice
     */
    static Optional<List<NamedAggregate>> read(
            List<AnnotationValues.Named> names, SourceReader sources, Code code, String use, Diagnostics diagnostics) {
        List<NamedAggregate> found = new ArrayList<>();
        for (AnnotationValues.Named named : names) {
            Optional<Aggregate> aggregate = TypeNames.element(named.type()).flatMap(sources::aggregate);
            if (aggregate.isEmpty()) {
                diagnostics.error(
                        code,
                        named.place(),
                        "%s is no aggregate %s: name a snapshot, which has @EventSourced",
                        named.type(),
                        use);
            } else if (found.stream().anyMatch(other -> other.isOf(aggregate.get()))) {
                diagnostics.error(code, named.place(), "%s is named twice: leave it out here", named.type());
            } else {
                found.add(new NamedAggregate(aggregate.get(), named.place()));
            }
        }
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    Source source() {
        return SourceReader.of(aggregate);
    }

    /** As what commands are given to. */
    Target target() {
        return new Target(source(), aggregate, place);
    }

    private boolean isOf(Aggregate other) {
        return SourceReader.of(other).equals(source());
    }
}
