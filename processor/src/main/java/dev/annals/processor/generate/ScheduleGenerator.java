package dev.annals.processor.generate;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Projection.Source;
import dev.annals.processor.model.Schedule;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import javax.lang.model.element.Modifier;

/** Generates what gives the commands of an annotated method when it is time: {@code GreetingSchedule}. */
final class ScheduleGenerator {

    private static final ClassName DEFINITION = ClassName.get("dev.annals.extension", "ExtensionDefinition");
    private static final ClassName NAME = ClassName.get("dev.annals.extension", "ExtensionName");
    private static final ClassName SERDES = ClassName.get("dev.annals.streams", "TopicSerdes");
    private static final ClassName SCHEDULE = ClassName.get("dev.annals.schedule", "Schedule");
    private static final ClassName NODES = ClassName.get("dev.annals.schedule", "ScheduleNodes");
    private static final ClassName BUILDER = ClassName.get("org.apache.kafka.streams", "StreamsBuilder");
    private static final ClassName NAMED = ClassName.get("org.apache.kafka.streams.kstream", "Named");
    private static final ParameterizedTypeName RECORDS = ParameterizedTypeName.get(
            ClassName.get("org.apache.kafka.streams.kstream", "KStream"),
            TypeName.get(byte[].class),
            TypeName.get(byte[].class));
    private static final TypeName ANY_COMMANDS =
            ParameterizedTypeName.get(CommandsCode.COMMANDS, WildcardTypeName.subtypeOf(Object.class));

    private final Schedule schedule;
    private final Source target;
    private final ClassName name;
    private final String constant;

    ScheduleGenerator(Schedule schedule) {
        this.schedule = schedule;
        this.target = schedule.target().source();
        this.name = schedule.generated("Schedule");
        this.constant = new VariableNames("NAME", "SCHEDULE").of(Names.constantCase(Names.pascalCase(target.store())));
    }

    GeneratedSource generate(List<Location> origins) {
        TypeSpec type = Sources.finalClass(
                        name,
                        "The schedule {@code $L}: gives the commands of {@code $T.$L} when it is time.",
                        schedule.fullName(),
                        schedule.annotated(),
                        schedule.method())
                .addModifiers(Modifier.PUBLIC)
                .addSuperinterface(DEFINITION)
                .addField(constant(NAME, "NAME")
                        .initializer("new $T($S, $S)", NAME, schedule.service(), schedule.name())
                        .build())
                .addField(constant(SCHEDULE, "SCHEDULE").initializer(times()).build())
                .addField(constant(target.definition(), constant)
                        .initializer("new $T()", target.definition())
                        .build())
                .addMethod(override("name")
                        .returns(NAME)
                        .addStatement("return NAME")
                        .build())
                .addMethod(override("isSchedule")
                        .returns(boolean.class)
                        .addStatement("return true")
                        .build())
                .addMethod(build())
                .addMethod(at())
                .build();
        return Sources.file(name, type, origins);
    }

    private CodeBlock times() {
        return schedule.times() instanceof Schedule.Every every
                ? CodeBlock.of("$T.every($T.parse($S))", SCHEDULE, Duration.class, every.interval())
                : CodeBlock.of(
                        "$T.cron($S, $S)",
                        SCHEDULE,
                        ((Schedule.Cron) schedule.times()).expression(),
                        ((Schedule.Cron) schedule.times()).zone());
    }

    private MethodSpec build() {
        return override("build")
                .addParameter(BUILDER, "builder")
                .addParameter(SERDES, "serdes")
                .addStatement("$T nodes = new $T(NAME, serdes)", NODES, NODES)
                .addCode(
                        "$T ticks = builder.stream(NAME.ticksTopic(), nodes.nothing().withName($S))\n$>$>",
                        RECORDS,
                        "ticks-source")
                .addCode(
                        ".process(nodes.ticks($S, SCHEDULE, $L::at), $T.as($S));\n$<$<",
                        "ticks",
                        name.simpleName(),
                        NAMED,
                        "ticks")
                .addStatement(
                        "ticks.to($S, nodes.commandsOf($L, $S))",
                        schedule.target().commandsTopic(),
                        constant,
                        "ticks")
                .addStatement("ticks.to(NAME.deadLettersTopic(), nodes.deadLetters())")
                .build();
    }

    private MethodSpec at() {
        return MethodSpec.methodBuilder("at")
                .addJavadoc("The commands for a time.\n")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(ANY_COMMANDS)
                .addParameter(Instant.class, "time")
                .addStatement(
                        "return $L",
                        CommandsCode.of(
                                schedule.returns(),
                                constant,
                                CodeBlock.of(
                                        "$T.$L($L)",
                                        schedule.annotated(),
                                        schedule.method(),
                                        schedule.takesTime() ? "time" : "")))
                .build();
    }

    private static FieldSpec.Builder constant(ClassName type, String constant) {
        return FieldSpec.builder(type, constant, Modifier.PRIVATE, Modifier.STATIC, Modifier.FINAL);
    }

    private static MethodSpec.Builder override(String method) {
        return MethodSpec.methodBuilder(method).addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
    }
}
