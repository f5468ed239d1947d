package dev.annals.processor.read;

import com.cronutils.model.CronType;
import com.cronutils.model.definition.CronDefinitionBuilder;
import com.cronutils.model.time.ExecutionTime;
import com.cronutils.parser.CronParser;
import com.google.auto.common.MoreElements;
import com.palantir.javapoet.ClassName;
import dev.annals.Scheduled;
import dev.annals.processor.diagnostic.Code;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Hierarchy;
import dev.annals.processor.model.Reaction.Target;
import dev.annals.processor.model.Schedule;
import dev.annals.processor.model.Schedule.Times;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;

/** Reads annotated methods that give commands when it is time. */
public final class ScheduleReader {

    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final String UTC = "UTC";
    private static final ZonedDateTime SOME_DAY = ZonedDateTime.parse("2026-01-01T00:00:00Z");

    private final Types types;
    private final Elements elements;
    private final SourceReader sources;

    public ScheduleReader(ProcessingEnvironment environment) {
        this.types = environment.getTypeUtils();
        this.elements = environment.getElementUtils();
        this.sources = new SourceReader(
                new AggregateReader(environment), new ProjectionReader(environment), new ExternalReader(environment));
    }

    /** The classes of the methods that are annotated. */
    public static Set<String> owners(RoundEnvironment round) {
        return ElementFilter.methodsIn(round.getElementsAnnotatedWith(Scheduled.class)).stream()
                .map(method -> MoreElements.asType(method.getEnclosingElement())
                        .getQualifiedName()
                        .toString())
                .collect(Collectors.toSet());
    }

    /** The annotated methods of a class. */
    public static List<ExecutableElement> annotated(TypeElement owner) {
        return ElementFilter.methodsIn(owner.getEnclosedElements()).stream()
                .filter(method -> method.getAnnotation(Scheduled.class) != null)
                .toList();
    }

    /** The schedules of a class. */
    public List<Schedule> read(TypeElement owner, Diagnostics diagnostics) {
        List<Schedule> found = new ArrayList<>();
        for (ExecutableElement method : annotated(owner)) {
            new Reading(owner, method, diagnostics).read().ifPresent(found::add);
        }
        return found;
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
            this.annotation = AnnotationValues.of(method, Scheduled.class);
        }

        Optional<Schedule> read() {
            Optional<List<Target>> to = to();
            Optional<Times> times = times();
            boolean accessible = Access.requireAccessible(owner, diagnostics);
            if (to.isEmpty() || times.isEmpty() || !accessible || !requireCallable(to.get())) {
                return Optional.empty();
            }
            ReturnReader.Returned returned = returned(to.get());
            return Optional.of(new Schedule(
                    annotation.text("service"),
                    annotation.text("name"),
                    ClassName.get(owner),
                    method.getSimpleName().toString(),
                    !method.getParameters().isEmpty(),
                    returned.how(),
                    returned.result(),
                    to.get(),
                    times.get(),
                    ElementLocation.of(method),
                    annotation.at("service"),
                    annotation.at("name")));
        }

        private Optional<List<Target>> to() {
            if (annotation.types("to").isEmpty()) {
                diagnostics.error(
                        Code.SCHEDULE_AGGREGATE,
                        annotation.at("to"),
                        "Name at least one aggregate whose commands are given, by its snapshot");
                return Optional.empty();
            } else if (annotation.types("to").size() > 1) {
                diagnostics.error(
                        Code.SCHEDULE_AGGREGATE,
                        annotation.types("to").get(1).place(),
                        "%s gives commands of one aggregate: name that alone, and write a method for each of the others",
                        method.getSimpleName());
                return Optional.empty();
            }
            return NamedCommands.read(annotation.types("to"), sources, Code.SCHEDULE_AGGREGATE, diagnostics);
        }

        private Optional<Times> times() {
            String every = annotation.text("every");
            String cron = annotation.text("cron");
            if (every.isEmpty() == cron.isEmpty()) {
                return wrong(
                        ElementLocation.of(method),
                        "Say when: either every = \"PT15M\", or cron = \"0 8 * * MON-FRI\"");
            }
            return every.isEmpty() ? cron(cron) : every(every);
        }

        private Optional<Times> every(String every) {
            if (!annotation.text("zone").equals(UTC)) {
                return wrong(
                        annotation.at("zone"),
                        "An interval has no time zone: leave it out, or write cron = \"0 8 * * *\" for a time of day");
            }
            try {
                if (Duration.parse(every).compareTo(SHORTEST) >= 0) {
                    return Optional.of(new Schedule.Every(every));
                }
            } catch (DateTimeException e) {
                // Said below.
            }
            return wrong(
                    annotation.at("every"),
                    "\"%s\" is no interval of a second or more: write it as ISO 8601 has it, such as PT15M or PT24H"
                            .formatted(every));
        }

        private Optional<Times> cron(String cron) {
            String zone = annotation.text("zone");
            try {
                ZoneId.of(zone);
            } catch (DateTimeException e) {
                return wrong(
                        annotation.at("zone"),
                        "\"%s\" is no time zone: write one such as Europe/Berlin".formatted(zone));
            }
            try {
                ExecutionTime times = ExecutionTime.forCron(
                        new CronParser(CronDefinitionBuilder.instanceDefinitionFor(CronType.UNIX)).parse(cron));
                if (times.nextExecution(SOME_DAY).isEmpty()) {
                    return wrong(annotation.at("cron"), "\"%s\" never comes: there is no such day".formatted(cron));
                }
                return Optional.of(new Schedule.Cron(cron, zone));
            } catch (IllegalArgumentException e) {
                return wrong(
                        annotation.at("cron"),
                        "\"%s\" is no cron expression of five fields (minute, hour, day of the month, month, day of the week): %s"
                                .formatted(cron, e.getMessage()));
            }
        }

        private Optional<Times> wrong(ElementLocation place, String message) {
            diagnostics.error(Code.SCHEDULE_TIMES, place, "%s", message);
            return Optional.empty();
        }

        private boolean requireCallable(List<Target> to) {
            Set<Modifier> modifiers = method.getModifiers();
            boolean callable = modifiers.contains(Modifier.STATIC)
                    && !modifiers.contains(Modifier.PRIVATE)
                    && method.getTypeParameters().isEmpty()
                    && new MethodFacts(types, elements)
                            .checkedExceptions(method)
                            .isEmpty()
                    && (method.getParameters().isEmpty()
                            || (method.getParameters().size() == 1
                                    && TypeNames.isA(
                                            method.getParameters().get(0).asType(), "java.time.Instant")))
                    && returned(to).how() != Returns.SOMETHING_ELSE;
            if (!callable) {
                diagnostics.error(
                        Code.SCHEDULE_METHOD,
                        ElementLocation.of(method),
                        "%s gives a command, an Optional or a Collection of commands, of %s. Write 'static List<%s> %s(Instant"
                                + " time)', with the time or without, not private, without type parameters and checked exceptions",
                        method.getSimpleName(),
                        to.stream()
                                .map(named -> named.commands().root().simpleName())
                                .collect(Collectors.joining(" or ")),
                        to.get(0).commands().root().simpleName(),
                        method.getSimpleName());
            }
            return callable;
        }

        private ReturnReader.Returned returned(List<Target> to) {
            List<Hierarchy> commands = to.stream().map(Target::commands).toList();
            return ReturnReader.ofReaction(types, elements, commands).read(method);
        }
    }
}
