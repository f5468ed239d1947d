package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.AvroName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Key;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Role;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads a sealed interface that events of another service are read as, or commands for it are written as. */
public final class ExternalReader {

    /** What Kafka takes. */
    private static final Pattern TOPIC = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private static final String COMMANDS = ".commands";

    private final Types types;
    private final Elements elements;
    private final ClassFiles classFiles;

    public ExternalReader(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.classFiles = new ClassFiles(environment);
    }

    /**
     * The events that an interface reads, or the commands that it writes.
     *
     * @param diagnostics takes what makes it unreadable
     */
    public Optional<External> read(TypeElement type, Diagnostics diagnostics) {
        AnnotationValues annotation = AnnotationValues.of(type, dev.annals.External.class);
        ValueTypeReader values = new ValueTypeReader(classFiles, elements, diagnostics, type);
        values.requireAccessible(type);
        boolean events = isGiven(annotation);
        HierarchyReader reader = new HierarchyReader(values, diagnostics, events ? Role.EVENT : Role.COMMAND);
        Hierarchy hierarchy = reader.read(type, ElementLocation.of(type));
        if (!requireTopic(annotation, events, diagnostics) || hierarchy.leaves().isEmpty()) {
            return Optional.empty();
        }
        reader.knownElements().forEach(record -> requireName(record, events, diagnostics));
        KeyReader keys = new KeyReader(types, values, diagnostics);
        boolean marked = reader.knownElements().stream().anyMatch(keys::isMarkedIn);
        if (events == marked) {
            diagnostics.error(
                    Code.EXTERNAL,
                    ElementLocation.of(type),
                    "%s: events have the type of their topic's keys, 'key = String.class', and commands the @Key of the entity"
                            + " that they are for, '@Key String id();'",
                    events ? "Leave one of key and @Key out" : "Say which they are");
            return Optional.empty();
        }
        Optional<Key> commandKey = events ? Optional.empty() : keys.read(type, reader.knownElements());
        Optional<KeyType> key = events ? eventKey(annotation, keys, diagnostics) : commandKey.map(Key::type);
        return key.map(found -> new External(
                ClassName.get(type),
                annotation.text("topic"),
                found,
                hierarchy,
                commandKey,
                values.values(),
                new UpcastReader(values, new MethodFacts(types, elements), diagnostics).read(List.of()),
                ElementLocation.of(type)));
    }

    /** Without one it would have a name of its own, which the other service does not know. */
    private static void requireName(TypeElement message, boolean events, Diagnostics diagnostics) {
        if (message.getAnnotation(AvroName.class) == null) {
            diagnostics.error(
                    Code.EXTERNAL,
                    ElementLocation.of(message),
                    "Say which %s of the other service %s is, by its full name, such as @AvroName(\"bank.%s\"): its"
                            + " /asyncapi.json has it",
                    events ? "event" : "command",
                    message.getSimpleName(),
                    events ? "Movement.Deposited" : "Operation.Deposit");
        }
    }

    private static boolean isGiven(AnnotationValues annotation) {
        return !(annotation.value("key").getValue() instanceof TypeMirror type) || type.getKind() != TypeKind.VOID;
    }

    private static boolean requireTopic(AnnotationValues annotation, boolean events, Diagnostics diagnostics) {
        String topic = annotation.text("topic");
        if (TOPIC.matcher(topic).matches() && (events || topic.endsWith(COMMANDS))) {
            return true;
        }
        diagnostics.error(
                Code.EXTERNAL,
                annotation.at("topic"),
                "\"%s\" is no name of a topic%s: write that of the other service's %s, such as bank.accounts.%s",
                topic,
                events ? "" : " of commands",
                events ? "events" : "commands",
                events ? "events" : "commands");
        return false;
    }

    private static Optional<KeyType> eventKey(AnnotationValues annotation, KeyReader keys, Diagnostics diagnostics) {
        Optional<KeyType> key =
                annotation.value("key").getValue() instanceof TypeMirror named ? keys.keyType(named) : Optional.empty();
        if (key.isEmpty()) {
            diagnostics.error(
                    Code.EXTERNAL,
                    annotation.at("key"),
                    "A key cannot be %s: write String.class, UUID.class, Integer.class, Long.class, an enum, or a record of one such"
                            + " component",
                    annotation.value("key"));
        }
        return key;
    }
}
