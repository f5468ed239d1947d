package dev.annals.processor.read;

import dev.annals.EventSourced;
import dev.annals.Projection;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Key;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Projection.Source;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.TypeElement;

/** Reads what projections read: aggregates and other projections, of this compilation and of class files. */
final class SourceReader {

    private final AggregateReader aggregates;
    private final ProjectionReader projections;
    private final ExternalReader externals;
    private final Set<TypeElement> underWay = new HashSet<>();

    SourceReader(AggregateReader aggregates, ProjectionReader projections, ExternalReader externals) {
        this.aggregates = aggregates;
        this.projections = projections;
        this.externals = externals;
    }

    /** The aggregate whose snapshot a type is; what is wrong about it is said where it is read for itself. */
    Optional<Aggregate> aggregate(TypeElement type) {
        return type.getAnnotation(EventSourced.class) == null
                ? Optional.empty()
                : aggregates
                        .read(type, new Diagnostics())
                        .filter(found -> found.key().isPresent());
    }

    /** The aggregate or projection whose record a type is. */
    Optional<Source> source(TypeElement type) {
        Optional<Source> aggregate = aggregate(type).map(SourceReader::of);
        return aggregate.isPresent() ? aggregate : projection(type);
    }

    static Source of(Aggregate aggregate) {
        return source(aggregate, "Aggregate", aggregate.key().map(Key::type).orElseThrow());
    }

    static Source of(External external) {
        return new Source(
                external.topic(),
                external.storeName(),
                external.generated("External"),
                external.key(),
                external.annotated(),
                Optional.of(external.topic()));
    }

    /** The events of another service that a type reads; what is wrong about it is said where it is read for itself. */
    Optional<External> external(TypeElement type) {
        return type.getAnnotation(dev.annals.External.class) == null
                ? Optional.empty()
                : externals.read(type, new Diagnostics());
    }

    private Optional<Source> projection(TypeElement type) {
        // A projection that holds itself is refused as a record that does.
        if (type.getAnnotation(Projection.class) == null || !underWay.add(type)) {
            return Optional.empty();
        }
        try {
            return projections.read(type, new Diagnostics()).map(found -> source(found, "Projection", found.key()));
        } finally {
            underWay.remove(type);
        }
    }

    private static Source source(MessageOwner owner, String suffix, dev.annals.processor.model.KeyType key) {
        return new Source(
                owner.fullName(),
                owner.storeName(),
                owner.generated(suffix),
                key,
                owner.snapshot().name(),
                Optional.empty());
    }
}
