package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Projection.Fold;
import dev.annals.processor.model.Projection.Folded;
import dev.annals.processor.model.Projection.Source;
import dev.annals.processor.model.Role;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads how a projection takes in events. */
final class FoldReader {

    private final Types types;
    private final Elements elements;
    private final SourceReader sources;
    private final KeyMethodReader keyMethods;
    private final Diagnostics diagnostics;
    private final TypeElement record;

    FoldReader(
            Types types,
            Elements elements,
            SourceReader sources,
            KeyReader keys,
            Diagnostics diagnostics,
            TypeElement record) {
        this.types = types;
        this.elements = elements;
        this.sources = sources;
        this.keyMethods = new KeyMethodReader(types, elements, keys, diagnostics, record);
        this.diagnostics = diagnostics;
        this.record = record;
    }

    Optional<Fold> read(ProjectionAnnotation annotation) {
        List<Source> found = new ArrayList<>();
        List<ElementLocation> places = new ArrayList<>();
        List<Hierarchy> hierarchies = new ArrayList<>();
        for (ProjectionAnnotation.Named named : annotation.from()) {
            ElementLocation place = new ElementLocation(record, annotation.mirror(), named.value());
            Optional<Aggregate> aggregate = TypeNames.element(named.type()).flatMap(sources::aggregate);
            if (aggregate.isEmpty()) {
                diagnostics.error(
                        Code.PROJECTION_SOURCE,
                        place,
                        "%s is no aggregate whose events could be folded: name a snapshot, which has @EventSourced",
                        named.type());
                continue;
            }
            if (found.contains(SourceReader.of(aggregate.get()))) {
                diagnostics.error(Code.PROJECTION_SOURCE, place, "%s is named twice: leave it out here", named.type());
                continue;
            }
            found.add(SourceReader.of(aggregate.get()));
            places.add(place);
            hierarchies.add(projected(aggregate.get().events()));
        }
        if (found.size() < annotation.from().size()) {
            return Optional.empty();
        }
        HandlerReader reader = new HandlerReader(types, elements, diagnostics, record, null);
        List<Handlers> handlers = reader.read(Role.PROJECTED, hierarchies);
        List<Handlers> keys = keyMethods.read(hierarchies);
        List<Folded> folded = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            folded.add(new Folded(found.get(i), handlers.get(i), keys.get(i), places.get(i)));
        }
        return Optional.of(new Fold(hasInitial(), folded));
    }

    /** The type of its keys, unless those of its sources differ. */
    Optional<KeyType> key(Fold fold) {
        Set<KeyType> keys = new LinkedHashSet<>(keyMethods.found());
        fold.sources().stream()
                .filter(folded -> !folded.isRekeyed())
                .forEach(folded -> keys.add(folded.source().key()));
        if (keys.size() > 1 && keyMethods.isComplete()) {
            diagnostics.error(
                    Code.PROJECTION_KEY,
                    ElementLocation.of(record),
                    "All records of %s have keys of one type, and these are %s: write static @Key methods that derive one"
                            + " from the events that are kept under others",
                    record.getSimpleName(),
                    keys.stream().map(key -> String.valueOf(key.boxed())).toList());
        }
        return keys.size() == 1 ? keys.stream().findFirst() : Optional.empty();
    }

    /** Contexts hold the projection's key, but for those of what derives it. */
    void requireContexts(Fold fold, KeyType key) {
        ContextKeys contexts = new ContextKeys(diagnostics);
        for (Folded folded : fold.sources()) {
            contexts.require(folded.handlers().all(), key, record.getSimpleName() + "'s records");
            contexts.require(folded.keys().all(), folded.source().key(), "the entity that the event happened to");
        }
    }

    private boolean hasInitial() {
        return InitialReader.has(types, diagnostics, record);
    }

    private static Hierarchy projected(Hierarchy events) {
        ClassName root = events.root();
        return new Hierarchy(Role.PROJECTED, root, events.groups(), events.leaves());
    }
}
