package dev.annals.processor.read;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Projection.Source;
import dev.annals.processor.model.Reaction.Trigger;
import dev.annals.processor.model.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.TypeElement;

/**
 * Events that an annotation names: of an aggregate by its snapshot, or of another service by the interface that they are read as.
 *
 * @param place where they are named
 */
record NamedEvents(Source source, Hierarchy all, ElementLocation place) {

    /**
     * All that a member of an annotation names.
     *
     * @param code of what is wrong
     * @param use what is done with them, for messages: "whose events could be folded"
     * @return nothing where one of them is none, or is named twice
     */
    static Optional<List<NamedEvents>> read(
            List<AnnotationValues.Named> names, SourceReader sources, Code code, String use, Diagnostics diagnostics) {
        List<NamedEvents> found = new ArrayList<>();
        for (AnnotationValues.Named named : names) {
            Optional<NamedEvents> events = TypeNames.element(named.type()).flatMap(type -> of(type, named, sources));
            if (events.isEmpty()) {
                diagnostics.error(
                        code,
                        named.place(),
                        "%s is no aggregate %s: name a snapshot, which has @EventSourced, or a sealed interface of events with @External",
                        named.type(),
                        use);
            } else if (found.stream().anyMatch(events.get()::isSame)) {
                diagnostics.error(code, named.place(), "%s is named twice: leave it out here", named.type());
            } else if (found.stream().anyMatch(events.get()::isOfTopic)) {
                diagnostics.error(
                        code,
                        named.place(),
                        "%s reads %s, as another does that is named here: put the events of one topic into one interface",
                        named.type(),
                        events.get().source().eventsTopic());
            } else {
                found.add(events.get());
            }
        }
        return found.size() == names.size() ? Optional.of(found) : Optional.empty();
    }

    private static Optional<NamedEvents> of(TypeElement type, AnnotationValues.Named named, SourceReader sources) {
        return sources.aggregate(type)
                .map(aggregate -> new NamedEvents(SourceReader.of(aggregate), aggregate.events(), named.place()))
                .or(() -> sources.external(type)
                        .filter(external -> !external.isOfCommands())
                        .map(external ->
                                new NamedEvents(SourceReader.of(external), external.hierarchy(), named.place())));
    }

    private boolean isSame(NamedEvents other) {
        return source.equals(other.source);
    }

    private boolean isOfTopic(NamedEvents other) {
        return source.eventsTopic().equals(other.source.eventsTopic());
    }

    /** The events, as those of a role take them. */
    Hierarchy events(Role role) {
        return new Hierarchy(role, all.root(), all.groups(), all.leaves());
    }

    /** These events with the methods that take them, in a role, with contexts of the entities that they happened to. */
    static List<Trigger> triggers(
            List<NamedEvents> all, Role role, HandlerReader reader, ReturnReader returns, Diagnostics diagnostics) {
        List<Handlers> handlers =
                reader.read(role, all.stream().map(named -> named.events(role)).toList(), returns);
        List<Trigger> triggers = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            NamedEvents named = all.get(i);
            new ContextKeys(diagnostics)
                    .require(handlers.get(i).all(), named.source().key(), "the entity that the event happened to");
            triggers.add(new Trigger(named.source(), handlers.get(i), named.place()));
        }
        return triggers;
    }
}
