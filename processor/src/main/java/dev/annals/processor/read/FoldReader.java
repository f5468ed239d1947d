package dev.annals.processor.read;

import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Projection.Fold;
import dev.annals.processor.model.Projection.Folded;
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

    Optional<Fold> read(AnnotationValues annotation) {
        return NamedEvents.read(
                        annotation.types("from"),
                        sources,
                        Code.PROJECTION_SOURCE,
                        "whose events could be folded",
                        diagnostics)
                .map(this::read);
    }

    private Fold read(List<NamedEvents> found) {
        List<Hierarchy> hierarchies =
                found.stream().map(named -> named.events(Role.PROJECTED)).toList();
        HandlerReader reader = new HandlerReader(types, elements, diagnostics, record);
        List<Handlers> handlers = reader.read(Role.PROJECTED, hierarchies, ReturnReader.ofEvolve(types, record));
        List<Handlers> keys = keyMethods.read(hierarchies);
        List<Folded> folded = new ArrayList<>();
        for (int i = 0; i < found.size(); i++) {
            folded.add(new Folded(
                    found.get(i).source(),
                    handlers.get(i),
                    keys.get(i),
                    found.get(i).place()));
        }
        return new Fold(hasInitial(), folded);
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
        if (!keyMethods.isComplete()) {
            return;
        }
        ContextKeys contexts = new ContextKeys(diagnostics);
        for (Folded folded : fold.sources()) {
            contexts.require(folded.handlers().all(), key, record.getSimpleName() + "'s records");
            contexts.require(folded.keys().all(), folded.source().key(), "the entity that the event happened to");
        }
    }

    private boolean hasInitial() {
        return InitialReader.has(types, diagnostics, record);
    }
}
