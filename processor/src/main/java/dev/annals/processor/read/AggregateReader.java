package dev.annals.processor.read;

import dev.annals.EventSourced;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handlers;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Key;
import dev.annals.processor.model.RecordType;
import dev.annals.processor.model.Role;
import dev.annals.processor.model.Versions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated snapshot, with its commands, events and handlers. */
public final class AggregateReader {

    private final Types types;
    private final Elements elements;
    private final ClassFiles classFiles;

    public AggregateReader(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.classFiles = new ClassFiles(environment);
    }

    /**
     * The aggregate of a type.
     *
     * @param diagnostics takes what makes it unreadable
     * @return nothing where the rules would have nothing to look at
     */
    public Optional<Aggregate> read(TypeElement snapshot, Diagnostics diagnostics) {
        if (snapshot.getKind() != ElementKind.RECORD) {
            diagnostics.error(
                    Code.NOT_A_RECORD,
                    ElementLocation.of(snapshot),
                    "@EventSourced belongs on a record, the snapshot: write 'public record %s(…)'",
                    snapshot.getSimpleName());
            return Optional.empty();
        }
        if (!snapshot.getTypeParameters().isEmpty()) {
            diagnostics.error(
                    Code.GENERIC,
                    ElementLocation.of(snapshot),
                    "A snapshot has no type parameters: write the types that %s holds",
                    snapshot.getSimpleName());
            return Optional.empty();
        }
        return new Reading(snapshot, diagnostics).read();
    }

    /** The reading of one snapshot. */
    private final class Reading {

        private final TypeElement snapshot;
        private final Diagnostics diagnostics;
        private final AnnotationValues annotation;
        private final ValueTypeReader values;

        Reading(TypeElement snapshot, Diagnostics diagnostics) {
            this.snapshot = snapshot;
            this.diagnostics = diagnostics;
            this.annotation = AnnotationValues.of(snapshot, EventSourced.class);
            this.values = new ValueTypeReader(classFiles, elements, diagnostics, snapshot);
        }

        Optional<Aggregate> read() {
            values.requireAccessible(snapshot);
            Optional<TypeElement> commands = root(Role.COMMAND, "commands");
            Optional<TypeElement> events = root(Role.EVENT, "events");
            return commands.flatMap(commandRoot -> events.map(eventRoot -> read(commandRoot, eventRoot)));
        }

        private Aggregate read(TypeElement commandRoot, TypeElement eventRoot) {
            HierarchyReader commandReader = new HierarchyReader(values, diagnostics, Role.COMMAND);
            Hierarchy commands = commandReader.read(commandRoot, annotation.at("commands"));
            HierarchyReader eventReader = new HierarchyReader(values, diagnostics, Role.EVENT);
            Hierarchy events = eventReader.read(eventRoot, annotation.at("events"));
            RecordType record = values.records().read(snapshot);
            Optional<Key> key =
                    new KeyReader(types, values, diagnostics).read(commandRoot, commandReader.knownElements());
            Versions versions = versions(commandReader.knownElements(), eventReader.knownElements());
            HandlerReader handlers = new HandlerReader(types, elements, diagnostics, snapshot);
            Handlers deciders = handlers.read(commands, ReturnReader.ofDecide(types, eventRoot));
            Handlers evolvers = handlers.read(events, ReturnReader.ofEvolve(types, snapshot));
            boolean hasInitial = InitialReader.has(types, diagnostics, snapshot);
            return new Aggregate(
                    annotation.text("service"),
                    annotation.text("name"),
                    record,
                    hasInitial,
                    annotation.flag("history"),
                    deciders,
                    evolvers,
                    new DeadlineReader(new MethodFacts(types, elements), diagnostics).read(snapshot, commands, key),
                    key,
                    values.values(),
                    versions,
                    ElementLocation.of(snapshot),
                    annotation.at("service"),
                    annotation.at("name"));
        }

        private Versions versions(List<TypeElement> commands, List<TypeElement> events) {
            List<TypeElement> messages = new ArrayList<>(commands);
            messages.addAll(events);
            messages.add(snapshot);
            return new UpcastReader(values, new MethodFacts(types, elements), diagnostics).read(messages);
        }

        private Optional<TypeElement> root(Role role, String member) {
            TypeMirror type = (TypeMirror) annotation.value(member).getValue();
            Optional<TypeElement> root = TypeNames.element(type);
            if (root.isEmpty()) {
                diagnostics.error(
                        Code.NOT_SEALED,
                        annotation.at(member),
                        "%s is no sealed interface: write one with a record for each %s, and name it here",
                        type,
                        role.noun());
            }
            return root;
        }
    }
}
