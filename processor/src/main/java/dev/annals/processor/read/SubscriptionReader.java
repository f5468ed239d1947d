package dev.annals.processor.read;

import com.google.auto.common.MoreTypes;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.TypeName;
import dev.annals.SqlReadModel;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Role;
import dev.annals.processor.model.Subscription;
import dev.annals.processor.model.Subscription.Dependency;
import dev.annals.processor.model.Subscription.Kind;
import java.lang.annotation.Annotation;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated class that does something outside Kafka when something has happened. */
public final class SubscriptionReader {

    private static final String CAUGHT_UP = "onCaughtUp";

    private final Kind kind;
    private final Class<? extends Annotation> annotated;
    private final Types types;
    private final Elements elements;
    private final SourceReader sources;

    private SubscriptionReader(Kind kind, Class<? extends Annotation> annotated, ProcessingEnvironment environment) {
        this.kind = kind;
        this.annotated = annotated;
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.sources = new SourceReader(
                new AggregateReader(environment), new ProjectionReader(environment), new ExternalReader(environment));
    }

    /** Reads classes annotated with {@code @Subscription}. */
    public static SubscriptionReader ofSubscriptions(ProcessingEnvironment environment) {
        return new SubscriptionReader(Kind.SUBSCRIPTION, dev.annals.Subscription.class, environment);
    }

    /** Reads classes annotated with {@code @SqlReadModel}. */
    public static SubscriptionReader ofReadModels(ProcessingEnvironment environment) {
        return new SubscriptionReader(Kind.READ_MODEL, SqlReadModel.class, environment);
    }

    /**
     * The subscription of a type.
     *
     * @param diagnostics takes what makes it unreadable
     * @return nothing where the rules would have nothing to look at
     */
    public Optional<Subscription> read(TypeElement type, Diagnostics diagnostics) {
        return new Reading(type, diagnostics).read();
    }

    /** The reading of one class. */
    private final class Reading {

        private final TypeElement type;
        private final Diagnostics diagnostics;
        private final AnnotationValues annotation;

        Reading(TypeElement type, Diagnostics diagnostics) {
            this.type = type;
            this.diagnostics = diagnostics;
            this.annotation = AnnotationValues.of(type, annotated);
        }

        Optional<Subscription> read() {
            Optional<ExecutableElement> constructor = requireClass() ? constructor() : Optional.empty();
            Optional<List<NamedEvents>> from = from();
            if (constructor.isEmpty() || from.isEmpty()) {
                return Optional.empty();
            }
            return Optional.of(new Subscription(
                    kind,
                    annotation.text("service"),
                    annotation.text("name"),
                    ClassName.get(type),
                    NamedEvents.triggers(
                            from.get(),
                            kind == Kind.READ_MODEL ? Role.APPLIED : Role.HANDLED,
                            new HandlerReader(types, elements, diagnostics, type),
                            ReturnReader.ofNothing(),
                            diagnostics),
                    kind == Kind.SUBSCRIPTION && annotation.isFromNow(),
                    dependencies(constructor.get()),
                    tellsCaughtUp(),
                    types.isAssignable(
                            type.asType(),
                            elements.getTypeElement("java.lang.AutoCloseable").asType()),
                    ElementLocation.of(type),
                    annotation.at("service"),
                    annotation.at("name")));
        }

        private Optional<List<NamedEvents>> from() {
            if (annotation.types("from").isEmpty()) {
                diagnostics.error(
                        Code.SUBSCRIPTION_AGGREGATE,
                        annotation.at("from"),
                        "Name at least one aggregate whose events are handled, by its snapshot");
                return Optional.empty();
            }
            return NamedEvents.read(
                    annotation.types("from"),
                    sources,
                    Code.SUBSCRIPTION_AGGREGATE,
                    "whose events could be handled",
                    diagnostics);
        }

        private boolean requireClass() {
            boolean isClass = type.getKind() == ElementKind.CLASS
                    && type.getTypeParameters().isEmpty()
                    && !type.getModifiers().contains(Modifier.ABSTRACT)
                    && (type.getNestingKind() == NestingKind.TOP_LEVEL
                            || type.getModifiers().contains(Modifier.STATIC));
            if (!isClass) {
                diagnostics.error(
                        Code.SUBSCRIPTION_CLASS,
                        ElementLocation.of(type),
                        "@%s belongs on a class without type parameters that is not abstract, at the top of a file or"
                                + " static: write 'final class %s'",
                        annotated.getSimpleName(),
                        type.getSimpleName());
                return false;
            }
            return Access.requireAccessible(type, diagnostics);
        }

        private Optional<ExecutableElement> constructor() {
            List<ExecutableElement> all = ElementFilter.constructorsIn(type.getEnclosedElements());
            boolean fits = all.size() == 1
                    && !all.get(0).getModifiers().contains(Modifier.PRIVATE)
                    && new MethodFacts(types, elements)
                            .checkedExceptions(all.get(0))
                            .isEmpty();
            if (!fits) {
                diagnostics.error(
                        Code.SUBSCRIPTION_CLASS,
                        ElementLocation.of(type),
                        "%s is made by generated code, with what the service's builder is given: leave it one constructor, not"
                                + " private, and without checked exceptions",
                        type.getSimpleName());
                return Optional.empty();
            }
            return Optional.of(all.get(0));
        }

        private static List<Dependency> dependencies(ExecutableElement constructor) {
            return constructor.getParameters().stream()
                    .map(parameter -> new Dependency(
                            parameter.getSimpleName().toString(),
                            TypeName.get(parameter.asType()),
                            isPublic(parameter.asType()),
                            ElementLocation.of(parameter)))
                    .toList();
        }

        private static boolean isPublic(TypeMirror type) {
            return type.getKind() != TypeKind.DECLARED
                    || (TypeNames.isAccessible(MoreTypes.asTypeElement(type), "")
                            && MoreTypes.asDeclared(type).getTypeArguments().stream()
                                    .allMatch(Reading::isPublic));
        }

        private boolean tellsCaughtUp() {
            for (ExecutableElement method : ElementFilter.methodsIn(type.getEnclosedElements())) {
                if (method.getSimpleName().contentEquals(CAUGHT_UP)) {
                    boolean fits = method.getParameters().isEmpty()
                            && method.getReturnType().getKind() == TypeKind.VOID
                            && !method.getModifiers().contains(Modifier.PRIVATE)
                            && !method.getModifiers().contains(Modifier.STATIC);
                    if (!fits) {
                        diagnostics.error(
                                Code.SUBSCRIPTION_CLASS,
                                ElementLocation.of(method),
                                "What is called when all events have been handled that there were is 'void onCaughtUp()', not"
                                        + " private and not static: write that, or give this method another name");
                    }
                    return fits;
                }
            }
            return false;
        }
    }
}
