package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import dev.annals.Alias;
import dev.annals.AvroName;
import dev.annals.Doc;
import dev.annals.processor.model.Heading;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javax.lang.model.element.Element;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.Elements;

/** Reads what types and components are called in schemas, were called, and say of themselves. */
final class HeadingReader {

    private final Elements elements;

    HeadingReader(Elements elements) {
        this.elements = elements;
    }

    Heading ofType(TypeElement type) {
        String namespace = namespace(type);
        String name = qualified(namespace, name(type));
        Doc doc = type.getAnnotation(Doc.class);
        return new Heading(
                name,
                aliases(type)
                        .map(alias -> qualified(name.substring(0, Math.max(0, name.lastIndexOf('.'))), alias))
                        .toList(),
                doc == null ? javadoc(type).text() : doc.value());
    }

    Heading ofComponent(RecordComponentElement component) {
        Doc doc = component.getAnnotation(Doc.class);
        Element record = Objects.requireNonNull(component.getEnclosingElement());
        return new Heading(
                name(component),
                aliases(component).toList(),
                doc == null
                        ? javadoc(record).parameter(component.getSimpleName().toString())
                        : doc.value());
    }

    /** An element's own name in Avro. */
    static String name(Element element) {
        AvroName name = element.getAnnotation(AvroName.class);
        return name == null ? element.getSimpleName().toString() : name.value();
    }

    private static Stream<String> aliases(Element element) {
        Alias alias = element.getAnnotation(Alias.class);
        return alias == null ? Stream.of() : List.of(alias.value()).stream();
    }

    private static String namespace(TypeElement type) {
        Element around = Objects.requireNonNull(type.getEnclosingElement());
        return MoreElements.isType(around)
                ? MoreElements.asType(around).getQualifiedName().toString()
                : MoreElements.getPackage(type).getQualifiedName().toString();
    }

    private static String qualified(String namespace, String name) {
        return name.contains(".") || namespace.isEmpty() ? name : namespace + "." + name;
    }

    /** There is none where the compiler has only a class file. */
    private Javadoc javadoc(Element element) {
        String comment = elements.getDocComment(element);
        return new Javadoc(comment == null ? "" : comment);
    }
}
