package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import dev.annals.ForeignKey;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.KeyType;
import dev.annals.processor.model.Projection.ForeignKeyMethod;
import dev.annals.processor.model.Projection.Join;
import dev.annals.processor.model.Projection.Part;
import dev.annals.processor.model.Projection.Presence;
import dev.annals.processor.model.Projection.Source;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Reads how a projection joins snapshots. */
final class JoinReader {

    private static final String OPTIONAL = "java.util.Optional";

    private final Types types;
    private final SourceReader sources;
    private final KeyReader keys;
    private final Diagnostics diagnostics;
    private final TypeElement record;

    JoinReader(Types types, SourceReader sources, KeyReader keys, Diagnostics diagnostics, TypeElement record) {
        this.types = types;
        this.sources = sources;
        this.keys = keys;
        this.diagnostics = diagnostics;
        this.record = record;
    }

    /** A component, and what it is. */
    private record Joined(RecordComponentElement element, TypeMirror type, Source source, Presence presence) {

        String name() {
            return element.getSimpleName().toString();
        }
    }

    Optional<Join> read() {
        List<Joined> components = new ArrayList<>();
        for (RecordComponentElement component : record.getRecordComponents()) {
            joined(component).ifPresent(components::add);
        }
        if (components.size() < record.getRecordComponents().size()) {
            return Optional.empty();
        }
        if (components.size() < 2) {
            diagnostics.error(
                    Code.PROJECTION_COMPONENT,
                    ElementLocation.of(record),
                    "%s joins nothing: write a component for each snapshot that it is made of, two at least, or name the"
                            + " aggregates whose events it folds, 'from = …'",
                    record.getSimpleName());
            return Optional.empty();
        }
        if (components.get(0).presence() != Presence.REQUIRED) {
            diagnostics.error(
                    Code.PROJECTION_COMPONENT,
                    ElementLocation.of(components.get(0).element()),
                    "The first component gives the key, and so is never missing: write %s",
                    components.get(0).type());
            return Optional.empty();
        }
        return join(components);
    }

    private Optional<Join> join(List<Joined> components) {
        Map<String, ExecutableElement> methods = methods(components);
        List<Part> parts = new ArrayList<>();
        KeyType key = components.get(0).source().key();
        for (Joined component : components) {
            ExecutableElement method = methods.get(component.name());
            Optional<ForeignKeyMethod> foreignKey = method == null
                    ? Optional.empty()
                    : foreignKey(method, component, components.subList(0, parts.size()));
            if (foreignKey.isEmpty()
                    && (method != null || !component.source().key().equals(key))) {
                if (method == null) {
                    missing(component, components.get(0));
                }
                return Optional.empty();
            }
            parts.add(new Part(component.name(), component.source(), component.presence(), foreignKey));
        }
        return Optional.of(new Join(parts));
    }

    private Optional<Joined> joined(RecordComponentElement component) {
        TypeMirror type = component.asType();
        Presence presence = Presence.REQUIRED;
        if (TypeNames.isA(type, OPTIONAL)
                && MoreTypes.asDeclared(type).getTypeArguments().size() == 1) {
            type = MoreTypes.asDeclared(type).getTypeArguments().get(0);
            presence = Presence.OPTIONAL;
        } else if (Nullability.isNullable(type, component, component.getAccessor())) {
            presence = Presence.NULLABLE;
        }
        Optional<Source> source = TypeNames.element(type).flatMap(sources::source);
        if (source.isEmpty()) {
            diagnostics.error(
                    Code.PROJECTION_COMPONENT,
                    ElementLocation.of(component),
                    "%s is neither a snapshot (@EventSourced) nor another @Projection, and a projection that joins has no"
                            + " other components. To fold events, name their aggregates: 'from = …'",
                    component.asType());
            return Optional.empty();
        }
        return Optional.of(new Joined(component, type, source.get(), presence));
    }

    /** The methods marked as foreign keys, by the components that they are for. */
    private Map<String, ExecutableElement> methods(List<Joined> components) {
        Map<String, ExecutableElement> methods = new LinkedHashMap<>();
        for (ExecutableElement method : ElementFilter.methodsIn(record.getEnclosedElements())) {
            if (method.getAnnotation(ForeignKey.class) == null) {
                continue;
            }
            String name = method.getSimpleName().toString();
            boolean known = components.stream()
                    .skip(1)
                    .anyMatch(component -> component.name().equals(name));
            if (!known || methods.putIfAbsent(name, method) != null) {
                diagnostics.error(
                        Code.FOREIGN_KEY,
                        ElementLocation.of(method),
                        known
                                ? "There is another @ForeignKey for %s: leave one"
                                : "@ForeignKey %s finds no component of that name: name it like the component that it finds,"
                                        + " which is not the first one",
                        name);
            }
        }
        return methods;
    }

    private Optional<ForeignKeyMethod> foreignKey(ExecutableElement method, Joined component, List<Joined> before) {
        Optional<Joined> from = from(method, before);
        TypeMirror type = method.getReturnType();
        boolean nullable = Nullability.isNullable(type, method);
        boolean optional = TypeNames.isA(type, OPTIONAL)
                && MoreTypes.asDeclared(type).getTypeArguments().size() == 1;
        TypeMirror key =
                optional ? MoreTypes.asDeclared(type).getTypeArguments().get(0) : type;
        boolean fits =
                keys.keyType(key).filter(component.source().key()::equals).isPresent();
        if (from.isEmpty()
                || !fits
                || (nullable && optional)
                || !method.getModifiers().contains(Modifier.STATIC)
                || method.getModifiers().contains(Modifier.PRIVATE)
                || !method.getThrownTypes().isEmpty()) {
            diagnostics.error(
                    Code.FOREIGN_KEY,
                    ElementLocation.of(method),
                    "A foreign key says which %s belongs to a component before it. Write '%s', or with an Optional or"
                            + " @Nullable key where there may be none; not private, without checked exceptions",
                    component.name(),
                    signature(component, before.get(0)));
            return Optional.empty();
        }
        return Optional.of(
                new ForeignKeyMethod(from.get().name(), optional ? Returns.OPTIONAL_KEY : Returns.KEY, nullable));
    }

    /** The component that a method takes: of its type and, where several have that, of the parameter's name. */
    private Optional<Joined> from(ExecutableElement method, List<Joined> before) {
        if (method.getParameters().size() != 1) {
            return Optional.empty();
        }
        VariableElement parameter = method.getParameters().get(0);
        List<Joined> fitting = before.stream()
                .filter(each -> types.isSameType(each.type(), parameter.asType()))
                .toList();
        return fitting.size() == 1
                ? Optional.of(fitting.get(0))
                : fitting.stream()
                        .filter(each -> parameter.getSimpleName().contentEquals(each.name()))
                        .findFirst();
    }

    private void missing(Joined component, Joined first) {
        diagnostics.error(
                Code.FOREIGN_KEY,
                ElementLocation.of(component.element()),
                "Nothing says which %s belongs to %s: their keys are %s and %s. Write '@ForeignKey %s { … }'",
                component.name(),
                first.name(),
                component.source().key().boxed(),
                first.source().key().boxed(),
                signature(component, first));
    }

    private static String signature(Joined component, Joined from) {
        return "static %s %s(%s %s)"
                .formatted(
                        SimpleNames.of(component.source().key().boxed()),
                        component.name(),
                        from.source().snapshot().simpleName(),
                        from.name());
    }
}
