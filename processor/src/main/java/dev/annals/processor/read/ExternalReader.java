package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a sealed interface that events of another service are read as. */
public final class ExternalReader {

    /** What Kafka takes. */
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private final Types types;
    private final Elements elements;
    private final ClassFiles classFiles;

    public ExternalReader(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.classFiles = new ClassFiles(environment);
    }

    /**
     * The events that an interface reads.
     *
     * @param diagnostics takes what makes it unreadable
     */
    public Optional<External> read(TypeElement type, Diagnostics diagnostics) {
        AnnotationValues annotation = AnnotationValues.of(type, dev.annals.External.class);
        ValueTypeReader values = new ValueTypeReader(classFiles, elements, diagnostics, type);
        values.requireAccessible(type);
        Hierarchy events = new HierarchyReader(values, diagnostics, Role.EVENT).read(type, ElementLocation.of(type));
        String topic = annotation.text("topic");
        if (!TOPIC.matcher(topic).matches()) {
            diagnostics.error(
                    Code.EXTERNAL,
                    annotation.at("topic"),
                    "\"%s\" is no name of a topic: write that of the other service's events, such as bank.accounts.events",
                    topic);
            return Optional.empty();
        }
        Optional<KeyType> key = annotation.value("key").getValue() instanceof TypeMirror named
                ? new KeyReader(types, values, diagnostics).keyType(named)
                : Optional.empty();
        if (key.isEmpty()) {
            diagnostics.error(
                    Code.EXTERNAL,
                    annotation.at("key"),
                    "A key cannot be %s: write String.class, UUID.class, Integer.class, Long.class, an enum, or a record of one such"
                            + " component",
                    annotation.value("key"));
            return Optional.empty();
        }
        return Optional.of(new External(
                ClassName.get(type),
                topic,
                key.get(),
                events,
                values.values(),
                new UpcastReader(values, new MethodFacts(types, elements), diagnostics).read(List.of()),
                ElementLocation.of(type)));
    }
}
