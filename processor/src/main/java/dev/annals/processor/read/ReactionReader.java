package dev.annals.processor.read;

import com.palantir.javapoet.ClassName;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Reaction.Target;
import dev.annals.processor.model.Reaction.Trigger;
import dev.annals.processor.model.Role;
import java.util.List;
import java.util.Optional;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.element.ElementKind;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.NestingKind;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads an annotated class that answers events with commands. */
public final class ReactionReader {

    private final Types types;
    private final Elements elements;
    private final SourceReader sources;

    public ReactionReader(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.sources = new SourceReader(
                new AggregateReader(environment), new ProjectionReader(environment), new ExternalReader(environment));
    }

    /**
     * The reaction of a type.
     *
     * @param diagnostics takes what makes it unreadable
     * @return nothing where the rules would have nothing to look at
     */
    public Optional<Reaction> read(TypeElement type, Diagnostics diagnostics) {
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
            this.annotation = AnnotationValues.of(type, dev.annals.Reaction.class);
        }

        Optional<Reaction> read() {
            boolean usable = requireClass();
            Optional<List<NamedEvents>> from = requireNamed("from", "whose events could be answered")
                    ? NamedEvents.read(
                            annotation.types("from"),
                            sources,
                            Code.REACTION_AGGREGATE,
                            "whose events could be answered",
                            diagnostics)
                    : Optional.empty();
            Optional<List<Target>> to = requireNamed("to", "whose commands could be given")
                    ? NamedCommands.read(annotation.types("to"), sources, Code.REACTION_AGGREGATE, diagnostics)
                    : Optional.empty();
            if (!usable || from.isEmpty() || to.isEmpty()) {
                return Optional.empty();
            }
            List<Trigger> triggers = triggers(from.get(), to.get());
            boolean instantiated =
                    handlers(triggers).stream().anyMatch(handler -> !handler.isStatic() && !handler.isPrivate());
            if (instantiated && !requireConstructor()) {
                return Optional.empty();
            }
            return Optional.of(new Reaction(
                    annotation.text("service"),
                    annotation.text("name"),
                    ClassName.get(type),
                    instantiated,
                    triggers,
                    to.get(),
                    annotation.isFromNow(),
                    annotation.flag("loops"),
                    ElementLocation.of(type),
                    annotation.at("service"),
                    annotation.at("name")));
        }

        private boolean requireNamed(String member, String use) {
            boolean any = !annotation.types(member).isEmpty();
            if (!any) {
                diagnostics.error(
                        Code.REACTION_AGGREGATE,
                        annotation.at(member),
                        "Name at least one aggregate %s, by its snapshot",
                        use);
            }
            return any;
        }

        private List<Trigger> triggers(List<NamedEvents> from, List<Target> to) {
            List<Hierarchy> commands = to.stream().map(Target::commands).toList();
            return NamedEvents.triggers(
                    from,
                    Role.ANSWERED,
                    new HandlerReader(types, elements, diagnostics, type),
                    ReturnReader.ofReaction(types, elements, commands),
                    diagnostics);
        }

        private boolean requireClass() {
            boolean isClass = type.getKind() == ElementKind.CLASS
                    && type.getTypeParameters().isEmpty()
                    && !type.getModifiers().contains(Modifier.ABSTRACT);
            if (!isClass) {
                diagnostics.error(
                        Code.REACTION_CLASS,
                        ElementLocation.of(type),
                        "@Reaction belongs on a class without type parameters that is not abstract: write 'final class %s'",
                        type.getSimpleName());
            }
            return isClass && Access.requireAccessible(type, diagnostics);
        }

        /** An instance method needs an instance. */
        private boolean requireConstructor() {
            boolean inner = type.getNestingKind() == NestingKind.MEMBER
                    && !type.getModifiers().contains(Modifier.STATIC);
            boolean found = !inner
                    && ElementFilter.constructorsIn(type.getEnclosedElements()).stream()
                            .anyMatch(constructor -> constructor.getParameters().isEmpty()
                                    && !constructor.getModifiers().contains(Modifier.PRIVATE)
                                    && constructor.getThrownTypes().isEmpty());
            if (!found) {
                diagnostics.error(
                        Code.REACTION_CLASS,
                        ElementLocation.of(type),
                        "%s has methods that are called on an instance, and no constructor to make one with: make its on methods"
                                + " static, or give it a constructor without parameters that is not private and throws nothing",
                        type.getSimpleName());
            }
            return found;
        }

        private static List<Handler> handlers(List<Trigger> triggers) {
            return triggers.stream()
                    .flatMap(trigger -> trigger.handlers().all().stream())
                    .toList();
        }
    }
}
