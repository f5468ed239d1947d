package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.annals.StreamsExtension;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Extension;
import dev.annals.processor.model.Extension.Kind;
import dev.annals.processor.model.Extension.Parameter;
import dev.annals.processor.model.Projection.Source;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;

/** Reads annotated methods that add hand-written Kafka Streams to a service. */
public final class ExtensionReader {

    private static final String BUILDER = "org.apache.kafka.streams.StreamsBuilder";
    private static final String STREAM = "org.apache.kafka.streams.kstream.KStream";
    private static final String TABLE = "org.apache.kafka.streams.kstream.KTable";
    private static final String SERDE = "org.apache.kafka.common.serialization.Serde";

    private final SourceReader sources;
    private final MethodFacts facts;

    public ExtensionReader(ProcessingEnvironment environment) {
        this.sources = new SourceReader(
                new AggregateReader(environment), new ProjectionReader(environment), new ExternalReader(environment));
        this.facts = new MethodFacts(environment.getTypeUtils(), environment.getElementUtils());
    }

    /** The classes of the methods that are annotated. */
    public static Set<String> owners(RoundEnvironment round) {
        return ElementFilter.methodsIn(round.getElementsAnnotatedWith(StreamsExtension.class)).stream()
                .map(method -> MoreElements.asType(method.getEnclosingElement())
                        .getQualifiedName()
                        .toString())
                .collect(Collectors.toSet());
    }

    /** Whether all that its annotated methods take is known to the compiler. */
    public boolean isComplete(TypeElement owner) {
        return annotated(owner).stream()
                .flatMap(method -> method.getParameters().stream())
                .allMatch(parameter -> isComplete(parameter.asType()));
    }

    /** The extensions of a class. */
    public List<Extension> read(TypeElement owner, Diagnostics diagnostics) {
        List<Extension> found = new ArrayList<>();
        for (ExecutableElement method : annotated(owner)) {
            new Reading(owner, method, diagnostics).read().ifPresent(found::add);
        }
        return found;
    }

    private static List<ExecutableElement> annotated(TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> method.getAnnotation(StreamsExtension.class) != null)
                .toList();
    }

    private static boolean isComplete(TypeMirror type) {
        return type.getKind() != TypeKind.ERROR
                && (type.getKind() != TypeKind.DECLARED
                        || MoreTypes.asDeclared(type).getTypeArguments().stream()
                                .allMatch(ExtensionReader::isComplete));
    }

    /** The reading of one method. */
    private final class Reading {

        private final TypeElement owner;
        private final ExecutableElement method;
        private final Diagnostics diagnostics;
        private final AnnotationValues annotation;

        Reading(TypeElement owner, ExecutableElement method, Diagnostics diagnostics) {
            this.owner = owner;
            this.method = method;
            this.diagnostics = diagnostics;
            this.annotation = AnnotationValues.of(method, StreamsExtension.class);
        }

        Optional<Extension> read() {
            Optional<Map<ClassName, Aggregate>> from = from();
            boolean accessible = Access.requireAccessible(owner, diagnostics);
            if (!requireCallable() || !accessible || from.isEmpty()) {
                return Optional.empty();
            }
            List<Parameter> parameters = new ArrayList<>();
            for (VariableElement parameter : method.getParameters()) {
                parameter(parameter, from.get()).ifPresent(parameters::add);
            }
            if (parameters.size() < method.getParameters().size() || !requireBuilder(parameters)) {
                return Optional.empty();
            }
            requireTaken(parameters, from.get());
            requireOnce(parameters);
            return Optional.of(new Extension(
                    annotation.text("service"),
                    annotation.text("name"),
                    ClassName.get(owner),
                    method.getSimpleName().toString(),
                    parameters,
                    ElementLocation.of(method),
                    annotation.at("service"),
                    annotation.at("name")));
        }

        /** The aggregates that are named, by their events; empty where one of them is none. */
        private Optional<Map<ClassName, Aggregate>> from() {
            Map<ClassName, Aggregate> found = new LinkedHashMap<>();
            boolean complete = true;
            for (AnnotationValues.Named named : annotation.types("from")) {
                Optional<Aggregate> aggregate = TypeNames.element(named.type()).flatMap(sources::aggregate);
                complete &= aggregate.isPresent();
                if (aggregate.isEmpty()) {
                    diagnostics.error(
                            Code.EXTENSION_SOURCE,
                            named.place(),
                            "%s is no aggregate whose events could be read: name a snapshot, which has @EventSourced",
                            named.type());
                } else if (found.put(aggregate.get().events().root(), aggregate.get()) != null) {
                    complete = false;
                    diagnostics.error(
                            Code.EXTENSION_SOURCE,
                            named.place(),
                            "There is another aggregate with the events %s in from: leave one",
                            aggregate.get().events().root().simpleName());
                }
            }
            return complete ? Optional.of(found) : Optional.empty();
        }

        private boolean requireCallable() {
            Set<Modifier> modifiers = method.getModifiers();
            boolean callable = modifiers.contains(Modifier.STATIC)
                    && !modifiers.contains(Modifier.PRIVATE)
                    && method.getReturnType().getKind() == TypeKind.VOID
                    && method.getTypeParameters().isEmpty()
                    && facts.checkedExceptions(method).isEmpty();
            if (!callable) {
                diagnostics.error(
                        Code.EXTENSION_METHOD,
                        ElementLocation.of(method),
                        "Generated code calls %s when the service starts. Write 'static void %s(StreamsBuilder builder, …)', not private,"
                                + " without type parameters and checked exceptions",
                        method.getSimpleName(),
                        method.getSimpleName());
            }
            return callable;
        }

        private boolean requireBuilder(List<Parameter> parameters) {
            long builders = parameters.stream()
                    .filter(parameter -> parameter.kind() == Kind.BUILDER)
                    .count();
            if (builders != 1) {
                diagnostics.error(
                        Code.EXTENSION_PARAMETER,
                        ElementLocation.of(method),
                        "%s takes the StreamsBuilder that it adds to, once: write 'StreamsBuilder builder' as its first"
                                + " parameter",
                        method.getSimpleName());
            }
            return builders == 1;
        }

        private Optional<Parameter> parameter(VariableElement parameter, Map<ClassName, Aggregate> from) {
            Optional<Parameter> read = read(parameter, from);
            if (read.isEmpty()) {
                diagnostics.error(
                        Code.EXTENSION_PARAMETER,
                        ElementLocation.of(parameter),
                        "%s %s is nothing that an extension is given. Write StreamsBuilder; KStream<%s> of the events of an"
                                + " aggregate that 'from' names; KTable<%s> of the snapshots of an aggregate or a projection; or"
                                + " Serde<…> of either",
                        SimpleNames.of(TypeName.get(parameter.asType())),
                        parameter.getSimpleName(),
                        example(from),
                        "Key, Record");
            }
            return read;
        }

        private Optional<Parameter> read(VariableElement parameter, Map<ClassName, Aggregate> from) {
            TypeMirror type = parameter.asType();
            String name = parameter.getSimpleName().toString();
            if (TypeNames.isA(type, BUILDER)) {
                return Optional.of(new Parameter(name, Kind.BUILDER, Optional.empty(), ClassName.bestGuess(BUILDER)));
            }
            List<? extends TypeMirror> arguments = type.getKind() == TypeKind.DECLARED
                    ? MoreTypes.asDeclared(type).getTypeArguments()
                    : List.of();
            if (TypeNames.isA(type, STREAM) && arguments.size() == 2) {
                return events(arguments.get(1), from)
                        .filter(source -> isKey(arguments.get(0), source))
                        .map(source -> parameter(name, Kind.EVENTS, source, arguments.get(1)));
            }
            if (TypeNames.isA(type, TABLE) && arguments.size() == 2) {
                return snapshots(arguments.get(1))
                        .filter(source -> isKey(arguments.get(0), source))
                        .map(source -> parameter(name, Kind.TABLE, source, arguments.get(1)));
            }
            if (TypeNames.isA(type, SERDE) && arguments.size() == 1) {
                return events(arguments.get(0), from)
                        .map(source -> parameter(name, Kind.EVENT_SERDE, source, arguments.get(0)))
                        .or(() -> snapshots(arguments.get(0))
                                .map(source -> parameter(name, Kind.SNAPSHOT_SERDE, source, arguments.get(0))));
            }
            return Optional.empty();
        }

        private static Parameter parameter(String name, Kind kind, Source source, TypeMirror messages) {
            return new Parameter(
                    name,
                    kind,
                    Optional.of(source),
                    TypeNames.className(messages).orElseThrow());
        }

        private Optional<Source> events(TypeMirror type, Map<ClassName, Aggregate> from) {
            return TypeNames.className(type)
                    .flatMap(name -> Optional.ofNullable(from.get(name)))
                    .map(SourceReader::of);
        }

        private Optional<Source> snapshots(TypeMirror type) {
            return TypeNames.element(type).flatMap(sources::source);
        }

        private boolean isKey(TypeMirror type, Source source) {
            return TypeName.get(type).withoutAnnotations().equals(source.key().boxed());
        }

        private static String example(Map<ClassName, Aggregate> from) {
            return from.values().stream()
                    .findFirst()
                    .map(aggregate ->
                            SimpleNames.of(SourceReader.of(aggregate).key().boxed()) + ", "
                                    + aggregate.events().root().simpleName())
                    .orElse("Key, Events");
        }

        /** A second stream or table of a topic is the first one again, which can be used as often. */
        private void requireOnce(List<Parameter> parameters) {
            Set<String> topics = new HashSet<>();
            for (int i = 0; i < parameters.size(); i++) {
                Parameter parameter = parameters.get(i);
                boolean first = parameter.topic().map(topics::add).orElse(true);
                if (!first) {
                    diagnostics.error(
                            Code.EXTENSION_PARAMETER,
                            ElementLocation.of(method.getParameters().get(i)),
                            "There is another parameter for %s: use that one as often as you like, and leave %s out",
                            parameter.topic().orElseThrow(),
                            parameter.name());
                }
            }
        }

        /** What is named in vain would be missed by who reads it. */
        private void requireTaken(List<Parameter> parameters, Map<ClassName, Aggregate> from) {
            from.forEach((events, aggregate) -> {
                if (parameters.stream()
                        .noneMatch(parameter -> parameter.messages().equals(events))) {
                    diagnostics.error(
                            Code.EXTENSION_SOURCE,
                            annotation.at("from"),
                            "Nothing takes the events of %s: write a parameter 'KStream<%s, %s> %s', or leave it out",
                            aggregate.snapshot().name().simpleName(),
                            SimpleNames.of(SourceReader.of(aggregate).key().boxed()),
                            events.simpleName(),
                            "events");
                }
            });
        }
    }
}
