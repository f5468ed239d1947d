package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Hierarchy;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.WildcardType;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads what handlers of one role return. */
@FunctionalInterface
interface ReturnReader {

    Returned read(ExecutableElement method);

    /**
     * What a method returns.
     *
     * @param result the type of the command or event in it
     */
    record Returned(Returns how, Optional<ClassName> result) {

        private static final Returned SOMETHING_ELSE = new Returned(Returns.SOMETHING_ELSE, Optional.empty());

        private static Returned of(Returns how, TypeMirror result) {
            return new Returned(how, TypeNames.className(result));
        }
    }

    /** Of {@code decide}: an event, several, or a decision. */
    static ReturnReader ofDecide(Types types, TypeElement events) {
        return method -> {
            TypeMirror type = method.getReturnType();
            if (type.getKind() != TypeKind.DECLARED || Nullability.isNullable(type, method)) {
                return Returned.SOMETHING_ELSE;
            }
            if (types.isAssignable(type, events.asType())) {
                return Returned.of(Returns.EVENT, type);
            }
            DeclaredType declared = MoreTypes.asDeclared(type);
            if (declared.getTypeArguments().size() != 1) {
                return Returned.SOMETHING_ELSE;
            }
            TypeMirror argument = declared.getTypeArguments().get(0);
            if (TypeNames.isA(type, "dev.annals.Decision") && types.isSameType(argument, events.asType())) {
                return Returned.of(Returns.DECISION, argument);
            }
            TypeMirror event = upperBound(argument);
            return TypeNames.isA(type, "java.util.List") && types.isAssignable(event, events.asType())
                    ? Returned.of(Returns.EVENTS, event)
                    : Returned.SOMETHING_ELSE;
        };
    }

    /** Of {@code evolve}, and of a projection's {@code on}: the record. */
    static ReturnReader ofEvolve(Types types, TypeElement record) {
        return method -> types.isSameType(method.getReturnType(), record.asType())
                ? new Returned(Returns.SNAPSHOT, Optional.empty())
                : Returned.SOMETHING_ELSE;
    }

    /** Of a reaction's {@code on}: a command of one of these hierarchies, an optional one, or several. */
    static ReturnReader ofReaction(Types types, Elements elements, Collection<Hierarchy> commands) {
        TypeMirror collection =
                types.erasure(elements.getTypeElement("java.util.Collection").asType());
        return method -> {
            TypeMirror type = method.getReturnType();
            if (type.getKind() != TypeKind.DECLARED || Nullability.isNullable(type, method)) {
                return Returned.SOMETHING_ELSE;
            }
            if (isOf(commands, type)) {
                return Returned.of(Returns.COMMAND, type);
            }
            List<? extends TypeMirror> arguments = MoreTypes.asDeclared(type).getTypeArguments();
            if (arguments.size() != 1 || !isOf(commands, upperBound(arguments.get(0)))) {
                return Returned.SOMETHING_ELSE;
            }
            TypeMirror command = upperBound(arguments.get(0));
            if (TypeNames.isA(type, "java.util.Optional")) {
                return Returned.of(Returns.OPTIONAL_COMMAND, command);
            }
            return types.isAssignable(types.erasure(type), collection)
                    ? Returned.of(Returns.COMMANDS, command)
                    : Returned.SOMETHING_ELSE;
        };
    }

    /** Of a subscription's {@code on}: nothing. */
    static ReturnReader ofNothing() {
        return method -> method.getReturnType().getKind() == TypeKind.VOID
                ? new Returned(Returns.NOTHING, Optional.empty())
                : Returned.SOMETHING_ELSE;
    }

    private static boolean isOf(Collection<Hierarchy> hierarchies, TypeMirror type) {
        return TypeNames.className(type)
                .filter(name -> hierarchies.stream().anyMatch(hierarchy -> hierarchy.contains(name)))
                .isPresent();
    }

    private static TypeMirror upperBound(TypeMirror type) {
        return type instanceof WildcardType wildcard && wildcard.getExtendsBound() != null
                ? wildcard.getExtendsBound()
                : type;
    }
}
