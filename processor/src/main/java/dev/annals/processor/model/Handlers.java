package dev.annals.processor.model;

import com.palantir.javapoet.ClassName;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The {@code decide} or the {@code evolve} methods of an aggregate, and which of them takes which message. */
public record Handlers(Hierarchy hierarchy, List<Handler> all) {

    public Handlers {
        all = List.copyOf(all);
    }

    /** The handlers for a leaf that no other of them is more specific than: one, unless none fits or several tie. */
    public List<Handler> mostSpecific(ClassName leaf) {
        List<Handler> fitting = all.stream()
                .filter(handler -> hierarchy.covers(handler.message(), leaf))
                .toList();
        return fitting.stream()
                .filter(handler -> fitting.stream().noneMatch(other -> isMoreSpecific(other, handler)))
                .toList();
    }

    /** The handler for a leaf, in a domain without errors. */
    public Optional<Handler> of(ClassName leaf) {
        return mostSpecific(leaf).stream().findFirst();
    }

    /** All handlers, each before those that are less specific. */
    public List<Handler> mostSpecificFirst() {
        return all.stream()
                .sorted(Comparator.comparing(
                        handler -> -hierarchy.supertypes(handler.message()).size()))
                .toList();
    }

    private boolean isMoreSpecific(Handler handler, Handler than) {
        return hierarchy.supertypes(handler.message()).contains(than.message());
    }
}
