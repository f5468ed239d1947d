package dev.annals.processor.read;

import dev.annals.ForeignKey;
import dev.annals.Key;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Versions;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated read model, with what it is made from. */
public final class ProjectionReader {

    private final Types types;
    private final Elements elements;
    private final ClassFiles classFiles;
    private final SourceReader sources;

    public ProjectionReader(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.classFiles = new ClassFiles(environment);
        this.sources = new SourceReader(new AggregateReader(environment), this, new ExternalReader(environment));
    }

    /**
     * The projection of a type.
     *
     * @param diagnostics takes what makes it unreadable
     * @return nothing where the rules would have nothing to look at
     */
    public Optional<Projection> read(TypeElement type, Diagnostics diagnostics) {
        if (type.getKind() != ElementKind.RECORD) {
            diagnostics.error(
                    Code.NOT_A_RECORD,
                    ElementLocation.of(type),
                    "@Projection belongs on a record: write 'public record %s(…)'",
                    type.getSimpleName());
            return Optional.empty();
        }
        if (!type.getTypeParameters().isEmpty()) {
            diagnostics.error(
                    Code.GENERIC,
                    ElementLocation.of(type),
                    "A projection has no type parameters: write the types that %s holds",
                    type.getSimpleName());
            return Optional.empty();
        }
        return new Reading(type, diagnostics).read();
    }

    /** The reading of one record. */
    private final class Reading {

        private final TypeElement type;
        private final Diagnostics diagnostics;
        private final AnnotationValues annotation;
        private final ValueTypeReader values;

        Reading(TypeElement type, Diagnostics diagnostics) {
            this.type = type;
            this.diagnostics = diagnostics;
            this.annotation = AnnotationValues.of(type, dev.annals.Projection.class);
            this.values = new ValueTypeReader(classFiles, elements, diagnostics, type);
        }

        Optional<Projection> read() {
            values.requireAccessible(type);
            if (annotation.number("version") < 1) {
                diagnostics.error(
                        Code.PROJECTION_VERSION, annotation.at("version"), "The first version of a projection is 1");
                return Optional.empty();
            }
            RecordType record = values.records().read(type);
            requireRead(annotation.types("from").isEmpty());
            KeyReader keys = new KeyReader(types, values, diagnostics);
            return annotation.types("from").isEmpty()
                    ? new JoinReader(types, sources, keys, diagnostics, type)
                            .read()
                            .map(join -> projection(
                                    record, join.parts().get(0).source().key(), join))
                    : fold(record, keys);
        }

        /** A mark that nothing reads is a mistake. */
        private void requireRead(boolean joins) {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (joins && method.getAnnotation(Key.class) != null) {
                    diagnostics.error(
                            Code.PROJECTION_KEY,
                            ElementLocation.of(method),
                            "@Key derives a key from an event, and %s joins snapshots: mark what finds a component with"
                                    + " @ForeignKey, or name the aggregates whose events it folds, 'from = …'",
                            type.getSimpleName());
                } else if (!joins && method.getAnnotation(ForeignKey.class) != null) {
                    diagnostics.error(
                            Code.FOREIGN_KEY,
                            ElementLocation.of(method),
                            "@ForeignKey finds a snapshot that is joined, and %s folds events: mark what derives a key from"
                                    + " an event with @Key, or leave out 'from', for a join",
                            type.getSimpleName());
                }
            }
        }

        private Optional<Projection> fold(RecordType record, KeyReader keys) {
            FoldReader reader = new FoldReader(types, elements, sources, keys, diagnostics, type);
            return reader.read(annotation)
                    .flatMap(fold -> reader.key(fold).map(key -> {
                        reader.requireContexts(fold, key);
                        return projection(record, key, fold);
                    }));
        }

        private Projection projection(RecordType record, KeyType key, Projection.Shape shape) {
            Versions versions =
                    new UpcastReader(values, new MethodFacts(types, elements), diagnostics).read(List.of(type));
            return new Projection(
                    annotation.text("service"),
                    annotation.text("name"),
                    annotation.number("version"),
                    record,
                    key,
                    shape,
                    values.values(),
                    versions,
                    ElementLocation.of(type),
                    annotation.at("service"),
                    annotation.at("name"));
        }
    }
}
