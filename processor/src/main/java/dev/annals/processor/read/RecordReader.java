package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Component;
import dev.annals.processor.model.Heading;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.RecordType;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;

/** Reads records and their components. */
final class RecordReader {

    static final Location IN_PROGRESS = new Location() {};

    private final ValueTypeReader types;
    private final Access access;
    private final HeadingReader headings;
    private final Defaults defaults;

    RecordReader(ValueTypeReader types, Access access, HeadingReader headings, Defaults defaults) {
        this.types = types;
        this.access = access;
        this.headings = headings;
        this.defaults = defaults;
    }

    static RecordType inProgress(ClassName name) {
        return new RecordType(name, List.of(), new Heading(name.canonicalName(), List.of(), ""), IN_PROGRESS);
    }

    RecordType read(TypeElement record) {
        access.requireKnownAnnotations(record);
        List<Component> components =
                record.getRecordComponents().stream().map(this::component).toList();
        return new RecordType(ClassName.get(record), components, headings.ofType(record), ElementLocation.of(record));
    }

    private Component component(RecordComponentElement component) {
        return new Component(
                component.getSimpleName().toString(),
                types.read(component.asType(), declarations(component)),
                headings.ofComponent(component),
                defaults.ofComponent(component),
                ElementLocation.of(component));
    }

    /** The component, its field and its accessor: which of them has an annotation depends on what the annotation targets. */
    private static Element[] declarations(RecordComponentElement component) {
        Stream<? extends Element> fields =
                Objects.requireNonNull(component.getEnclosingElement()).getEnclosedElements().stream()
                        .filter(member -> member.getKind().isField()
                                && member.getSimpleName().equals(component.getSimpleName()));
        return Stream.concat(Stream.of(component, component.getAccessor()), fields)
                .toArray(Element[]::new);
    }
}
