package dev.annals.processor.read;

import com.google.auto.common.MoreElements;
import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Key;
import dev.annals.processor.model.Key.Accessor;
import dev.annals.processor.model.KeyType;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Element;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.RecordComponentElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Types;

/** Finds the key of an aggregate's commands: one accessor for each, all of one type. */
final class KeyReader {

    private static final Map<String, String> CODECS = Map.of(
            "java.lang.String",
            "STRING",
            "java.util.UUID",
            "UUID",
            "java.lang.Integer",
            "INT",
            "java.lang.Long",
            "LONG");

    private final Types types;
    private final ValueTypeReader values;
    private final Diagnostics diagnostics;

    KeyReader(Types types, ValueTypeReader values, Diagnostics diagnostics) {
        this.types = types;
        this.values = values;
        this.diagnostics = diagnostics;
    }

    /** The key, unless something about it is wrong. */
    Optional<Key> read(TypeElement root, Collection<TypeElement> commands) {
        Map<ClassName, Accessor> accessors = new LinkedHashMap<>();
        KeyType common = null;
        boolean complete = true;
        for (TypeElement command : commands) {
            Optional<ExecutableElement> accessor = accessor(root, command);
            Optional<KeyType> type = accessor.flatMap(found -> keyType(command, found));
            if (type.isEmpty()) {
                complete = false;
                continue;
            }
            if (common != null && !common.equals(type.get())) {
                differ(accessor.get(), common, type.get());
                complete = false;
            }
            common = common == null ? type.get() : common;
            accessors.put(ClassName.get(command), named(accessor.get()));
        }
        return complete && common != null ? Optional.of(new Key(common, accessors)) : Optional.empty();
    }

    /** Whether a command says which entity it is for. */
    boolean isMarkedIn(TypeElement command) {
        return !marked(command).isEmpty();
    }

    private Optional<ExecutableElement> accessor(TypeElement root, TypeElement command) {
        Set<ExecutableElement> marked = marked(command);
        if (marked.isEmpty()) {
            diagnostics.error(
                    Code.NO_KEY,
                    ElementLocation.of(command),
                    "No @Key says which entity %s is for. Write '@Key String id();' in %s, or @Key before a component",
                    command.getSimpleName(),
                    root.getSimpleName());
            return Optional.empty();
        }
        if (marked.size() > 1) {
            marked.stream()
                    .skip(1)
                    .forEach(other -> diagnostics.error(
                            Code.SEVERAL_KEYS,
                            at(other),
                            "%s has more than one @Key: leave one",
                            command.getSimpleName()));
            return Optional.empty();
        }
        ExecutableElement accessor = marked.iterator().next();
        return isAccessor(accessor) ? Optional.of(accessor) : Optional.empty();
    }

    /** The accessors marked in a command and in the interfaces above it, each name once. */
    private Set<ExecutableElement> marked(TypeElement command) {
        Map<String, ExecutableElement> byName = new LinkedHashMap<>();
        Deque<TypeElement> next = new ArrayDeque<>(List.of(command));
        Set<TypeElement> seen = new LinkedHashSet<>();
        while (!next.isEmpty()) {
            TypeElement type = next.poll();
            if (!seen.add(type)) {
                continue;
            }
            markedIn(type).forEach(method -> byName.put(method.getSimpleName().toString(), method));
            type.getInterfaces().forEach(above -> TypeNames.element(above).ifPresent(next::add));
        }
        return new LinkedHashSet<>(byName.values());
    }

    private static List<ExecutableElement> markedIn(TypeElement type) {
        Set<ExecutableElement> marked = new LinkedHashSet<>();
        for (RecordComponentElement component : type.getRecordComponents()) {
            if (isMarked(component) || isMarked(component.getAccessor())) {
                marked.add(component.getAccessor());
            }
        }
        ElementFilter.methodsIn(type.getEnclosedElements()).stream()
                .filter(KeyReader::isMarked)
                .forEach(marked::add);
        return List.copyOf(marked);
    }

    /** Of an accessor that is not written out, the component: javac knows no place for the former. */
    private static ElementLocation at(ExecutableElement accessor) {
        return MoreElements.asType(Objects.requireNonNull(accessor.getEnclosingElement()))
                .getRecordComponents()
                .stream()
                .filter(component -> accessor.equals(component.getAccessor()))
                .map(ElementLocation::of)
                .findFirst()
                .orElseGet(() -> ElementLocation.of(accessor));
    }

    private static boolean isMarked(Element element) {
        return element.getAnnotation(dev.annals.Key.class) != null;
    }

    private boolean isAccessor(ExecutableElement method) {
        if (method.getParameters().isEmpty()
                && method.getReturnType().getKind() != TypeKind.VOID
                && method.getThrownTypes().isEmpty()
                && !method.getModifiers().contains(Modifier.STATIC)
                && method.getModifiers().contains(Modifier.PUBLIC)) {
            return true;
        }
        diagnostics.error(
                Code.BAD_KEY_METHOD,
                at(method),
                "@Key belongs on an accessor: a public method that takes nothing, throws nothing and returns the key");
        return false;
    }

    private Optional<KeyType> keyType(TypeElement command, ExecutableElement accessor) {
        // An interface above may leave the type open: @Key K id();
        TypeMirror type = MoreTypes.asExecutable(types.asMemberOf(MoreTypes.asDeclared(command.asType()), accessor))
                .getReturnType();
        boolean nullable = Nullability.isNullable(accessor.getReturnType(), accessor);
        Optional<KeyType> found = nullable ? Optional.empty() : keyType(type);
        if (found.isEmpty()) {
            diagnostics.error(
                    Code.BAD_KEY_TYPE,
                    at(accessor),
                    "A key cannot be %s: write a String, UUID, int, long, an enum, or a record of one such component",
                    (nullable ? "@Nullable " : "") + TypeName.get(accessor.getReturnType()));
        }
        return found;
    }

    /** The type of keys that a type is, if it can be one. */
    Optional<KeyType> keyType(TypeMirror type) {
        TypeMirror boxed = type.getKind().isPrimitive()
                ? types.boxedClass(types.getPrimitiveType(type.getKind())).asType()
                : type;
        Optional<TypeElement> element = TypeNames.element(boxed);
        if (element.isEmpty()) {
            return Optional.empty();
        }
        String codec = CODECS.get(element.get().getQualifiedName().toString());
        if (codec != null) {
            return Optional.of(new KeyType.Simple(TypeName.get(types.erasure(boxed)), codec));
        }
        return element.get().getKind() == ElementKind.ENUM ? enumType(element.get()) : wrapper(element.get());
    }

    private Optional<KeyType> enumType(TypeElement type) {
        values.requireAccessible(type);
        return Optional.of(new KeyType.EnumKey(ClassName.get(type)));
    }

    private Optional<KeyType> wrapper(TypeElement type) {
        if (type.getRecordComponents().size() != 1 || !type.getTypeParameters().isEmpty()) {
            return Optional.empty();
        }
        RecordComponentElement component = type.getRecordComponents().get(0);
        if (Nullability.isNullable(component.asType(), component, component.getAccessor()) || isRecord(component)) {
            return Optional.empty();
        }
        values.requireAccessible(type);
        return keyType(component.asType())
                .map(inner -> new KeyType.Wrapper(
                        ClassName.get(type), component.getSimpleName().toString(), inner));
    }

    private static boolean isRecord(RecordComponentElement component) {
        return TypeNames.element(component.asType())
                .filter(type -> type.getKind() == ElementKind.RECORD)
                .isPresent();
    }

    private void differ(ExecutableElement accessor, KeyType one, KeyType other) {
        diagnostics.error(
                Code.KEYS_DIFFER,
                at(accessor),
                "All commands of an aggregate have keys of one type, and these are %s and %s",
                one.boxed(),
                other.boxed());
    }

    private static Accessor named(ExecutableElement accessor) {
        return new Accessor(
                ClassName.get((TypeElement) accessor.getEnclosingElement()),
                accessor.getSimpleName().toString());
    }
}
