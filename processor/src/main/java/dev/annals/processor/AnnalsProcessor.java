package dev.annals.processor;

import com.google.auto.service.AutoService;
import dev.annals.EventSourced;
import dev.annals.SqlReadModel;
import dev.annals.StreamsExtension;
import dev.annals.processor.diagnostic.Diagnostics;
import dev.annals.processor.emit.Emitter;
import dev.annals.processor.emit.Reporter;
import dev.annals.processor.gate.DistinctVersions;
import dev.annals.processor.gate.Gate;
import dev.annals.processor.generate.Generators;
import dev.annals.processor.generate.asyncapi.AsyncApiDocument;
import dev.annals.processor.generate.openapi.OpenApiDocument;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Extension;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Marked;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Schedule;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.Subscription;
import dev.annals.processor.read.AggregateReader;
import dev.annals.processor.read.ExtensionReader;
import dev.annals.processor.read.ExternalReader;
import dev.annals.processor.read.MarkedReader;
import dev.annals.processor.read.ProjectionReader;
import dev.annals.processor.read.ReactionReader;
import dev.annals.processor.read.ScheduleReader;
import dev.annals.processor.read.SubscriptionReader;
import dev.annals.processor.rules.MarkedTypes;
import dev.annals.processor.rules.Rules;
import dev.annals.processor.rules.Services;
import java.lang.annotation.Annotation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.annotation.processing.AbstractProcessor;
import javax.annotation.processing.ProcessingEnvironment;
import javax.annotation.processing.Processor;
import javax.annotation.processing.RoundEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.TypeElement;
import javax.lang.model.util.ElementFilter;

/**
 * Generates services from annotated snapshots, projections, extensions, reactions and subscriptions: reads them into a model, checks the model, and when nothing is wrong
 * generates and emits. A type that is not complete yet, because another processor has still to generate what it names,
 * waits for a later round.
 */
@AutoService(Processor.class)
public final class AnnalsProcessor extends AbstractProcessor {

    private static final String GRADLE_AGGREGATING = "org.gradle.annotation.processing.aggregating";

    /** The first release whose compiler tells the type annotations of class files, which Gradle hands to it again. */
    private static final int READS_TYPE_ANNOTATIONS = 22;

    /** Of those that stand on types; the others stand on methods, and their classes wait. */
    private static final List<Class<? extends Annotation>> ON_TYPES = List.of(
            EventSourced.class,
            dev.annals.Projection.class,
            dev.annals.Reaction.class,
            dev.annals.Subscription.class,
            SqlReadModel.class,
            dev.annals.External.class);

    /** The names of what has an annotation, and waits for types that it names. */
    private final Map<Class<? extends Annotation>, Set<String>> waiting = new LinkedHashMap<>();

    private final List<Aggregate> aggregates = new ArrayList<>();
    private final List<Projection> projections = new ArrayList<>();
    private final List<Extension> extensions = new ArrayList<>();
    private final List<Reaction> reactions = new ArrayList<>();
    private final List<Subscription> subscriptions = new ArrayList<>();
    private final List<Schedule> schedules = new ArrayList<>();
    private final List<External> externals = new ArrayList<>();
    private final List<Marked> unknown = new ArrayList<>();
    private final List<Marked> internal = new ArrayList<>();
    private final List<Marked> formers = new ArrayList<>();
    private Optional<Gate> gate = Optional.empty();
    private boolean broken;

    /** Whether types, and with them schemas, are other than they were meant to be. */
    private boolean misshapen;

    private boolean compared;

    @Override
    public synchronized void init(ProcessingEnvironment environment) {
        super.init(environment);
        Diagnostics diagnostics = new Diagnostics();
        Options.check(environment.getOptions(), diagnostics);
        gate = Options.gate(environment.getOptions()).map(Gate::new);
        report(diagnostics);
    }

    @Override
    public Set<String> getSupportedAnnotationTypes() {
        // Generated sources carry the second, and javac -Xlint warns of annotations that nobody claims.
        return Set.of("dev.annals.*", "javax.annotation.processing.Generated");
    }

    @Override
    public Set<String> getSupportedOptions() {
        Set<String> options = new LinkedHashSet<>(Options.names());
        if (Runtime.version().feature() >= READS_TYPE_ANNOTATIONS) {
            options.add(GRADLE_AGGREGATING);
        }
        return options;
    }

    @Override
    public SourceVersion getSupportedSourceVersion() {
        return SourceVersion.latestSupported();
    }

    @Override
    @SuppressWarnings("DoNotClaimAnnotations") // For the same warning; no other processor looks for these.
    public boolean process(Set<? extends TypeElement> annotations, RoundEnvironment round) {
        // Of another kind of element that is annotated, javac says later that it cannot be.
        for (Class<? extends Annotation> annotation : ON_TYPES) {
            ElementFilter.typesIn(round.getElementsAnnotatedWith(annotation))
                    .forEach(type ->
                            waiting(annotation).add(type.getQualifiedName().toString()));
        }
        waiting(dev.annals.Scheduled.class).addAll(ScheduleReader.owners(round));
        waiting(StreamsExtension.class).addAll(ExtensionReader.owners(round));
        unknown.addAll(MarkedReader.unknown(round));
        internal.addAll(MarkedReader.internal(round));
        formers.addAll(MarkedReader.formers(round));
        Diagnostics marks = new Diagnostics();
        MarkedReader.requireSnapshots(round, marks);
        report(marks);
        readComplete();
        boolean complete = waiting.values().stream().allMatch(Set::isEmpty);
        boolean any = Stream.of(aggregates, projections, extensions, reactions, subscriptions, schedules, externals)
                .anyMatch(found -> !found.isEmpty());
        if (complete && any && !round.processingOver()) {
            check();
            generate();
        } else if (round.processingOver()) {
            finish(round);
        }
        return true;
    }

    private void readComplete() {
        Rules rules = new Rules(Options.naming(processingEnv.getOptions()));
        Diagnostics diagnostics = new Diagnostics();
        AggregateReader aggregateReader = new AggregateReader(processingEnv);
        ProjectionReader projectionReader = new ProjectionReader(processingEnv);
        ExtensionReader extensionReader = new ExtensionReader(processingEnv);
        ReactionReader reactionReader = new ReactionReader(processingEnv);
        SubscriptionReader subscriptionReader = SubscriptionReader.ofSubscriptions(processingEnv);
        SubscriptionReader readModelReader = SubscriptionReader.ofReadModels(processingEnv);
        ScheduleReader scheduleReader = new ScheduleReader(processingEnv);
        ExternalReader externalReader = new ExternalReader(processingEnv);
        complete(EventSourced.class, Completeness::isComplete)
                .flatMap(type -> aggregateReader.read(type, diagnostics).stream())
                .peek(aggregate -> rules.check(aggregate, diagnostics))
                .forEach(aggregates::add);
        complete(dev.annals.Projection.class, Completeness::isCompleteProjection)
                .flatMap(type -> projectionReader.read(type, diagnostics).stream())
                .peek(projection -> rules.check(projection, diagnostics))
                .forEach(projections::add);
        complete(StreamsExtension.class, extensionReader::isComplete)
                .flatMap(owner -> extensionReader.read(owner, diagnostics).stream())
                .peek(extension -> rules.check(extension, diagnostics))
                .forEach(extensions::add);
        complete(
                        dev.annals.Reaction.class,
                        type -> Completeness.isComplete(List.of(type), dev.annals.Reaction.class, "from", "to"))
                .flatMap(type -> reactionReader.read(type, diagnostics).stream())
                .peek(reaction -> rules.check(reaction, diagnostics))
                .forEach(reactions::add);
        complete(
                        dev.annals.Subscription.class,
                        type -> Completeness.isComplete(List.of(type), dev.annals.Subscription.class, "from"))
                .flatMap(type -> subscriptionReader.read(type, diagnostics).stream())
                .peek(subscription -> rules.check(subscription, diagnostics))
                .forEach(subscriptions::add);
        complete(SqlReadModel.class, type -> Completeness.isComplete(List.of(type), SqlReadModel.class, "from"))
                .flatMap(type -> readModelReader.read(type, diagnostics).stream())
                .peek(readModel -> rules.check(readModel, diagnostics))
                .forEach(subscriptions::add);
        complete(
                        dev.annals.Scheduled.class,
                        owner -> Completeness.isComplete(
                                ScheduleReader.annotated(owner), dev.annals.Scheduled.class, "to"))
                .flatMap(owner -> scheduleReader.read(owner, diagnostics).stream())
                .peek(schedule -> rules.check(schedule, diagnostics))
                .forEach(schedules::add);
        complete(dev.annals.External.class, Completeness::isCompleteHierarchy)
                .flatMap(type -> externalReader.read(type, diagnostics).stream())
                .peek(external -> rules.check(external, diagnostics))
                .forEach(externals::add);
        misshapen |= diagnostics.hasErrorsOf(code -> !code.isOfHandlers());
        report(diagnostics);
    }

    /** Those that wait for nothing more, which wait no longer. */
    private Stream<TypeElement> complete(Class<? extends Annotation> annotation, Predicate<TypeElement> isComplete) {
        Set<String> names = waiting(annotation);
        List<TypeElement> found = names.stream()
                .map(processingEnv.getElementUtils()::getTypeElement)
                .filter(isComplete)
                .toList();
        found.forEach(type -> names.remove(type.getQualifiedName().toString()));
        return found.stream();
    }

    private Set<String> waiting(Class<? extends Annotation> annotation) {
        return waiting.computeIfAbsent(annotation, none -> new LinkedHashSet<>());
    }

    /** What takes all aggregates, each as it was meant to be. */
    private void check() {
        Diagnostics diagnostics = new Diagnostics();
        if (!misshapen) {
            MarkedTypes.requireLeaves(unknown, aggregates, diagnostics);
            MarkedTypes.requireCommands(internal, aggregates, externals, diagnostics);
            MarkedTypes.requireUpcasts(formers, aggregates, projections, diagnostics);
            List<MessageOwner> owners = new ArrayList<>(aggregates);
            owners.addAll(projections);
            owners.forEach(owner -> DistinctVersions.check(owner, diagnostics));
            gate.ifPresent(opened -> opened.check(owners, diagnostics));
            compared = true;
        }
        report(diagnostics);
    }

    private void finish(RoundEnvironment round) {
        Diagnostics diagnostics = new Diagnostics();
        if (compared) {
            gate.ifPresent(opened -> opened.finish(diagnostics));
        }
        report(diagnostics);
        if (!broken && !round.errorRaised()) {
            gate.ifPresent(Gate::accept);
        }
    }

    private void generate() {
        Diagnostics diagnostics = new Diagnostics();
        List<Service> services =
                Services.of(aggregates, projections, extensions, reactions, subscriptions, schedules, diagnostics);
        if (!broken && !diagnostics.hasErrors()) {
            Emitter emitter = new Emitter(processingEnv.getFiler(), diagnostics);
            externals.stream()
                    .flatMap(external -> Generators.sources(external).stream())
                    .forEach(emitter::emit);
            for (Service service : services) {
                Generators.sources(service).forEach(emitter::emit);
                Generators.resources(service).forEach(emitter::emit);
                emitter.emit(OpenApiDocument.generate(service));
                emitter.emit(AsyncApiDocument.generate(service));
            }
        }
        aggregates.clear();
        projections.clear();
        extensions.clear();
        reactions.clear();
        subscriptions.clear();
        schedules.clear();
        externals.clear();
        unknown.clear();
        internal.clear();
        formers.clear();
        report(diagnostics);
    }

    private void report(Diagnostics diagnostics) {
        broken |= diagnostics.hasErrors();
        new Reporter(processingEnv.getMessager()).report(diagnostics);
    }
}
