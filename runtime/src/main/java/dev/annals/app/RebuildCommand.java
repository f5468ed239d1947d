package dev.annals.app;

import dev.annals.aggregate.Engine;
import dev.annals.broker.Broker;
import dev.annals.extension.ExtensionRuntime;
import dev.annals.projection.ProjectionRuntime;
import dev.annals.rebuild.ConsoleProgress;
import dev.annals.rebuild.Rebuild;
import dev.annals.rebuild.RebuildException;
import dev.annals.rebuild.RebuildOptions;
import dev.annals.rebuild.RebuildReport;
import dev.annals.rebuild.Rebuildable;
import dev.annals.rebuild.ReportText;
import dev.annals.rebuild.ServiceRunningException;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The command {@code rebuild}: builds stores and snapshots again from the events alone, with the settings that the service is
 * started with.
 */
public final class RebuildCommand {

    private static final Logger LOG = LoggerFactory.getLogger(RebuildCommand.class);

    private final Service.Factory factory;
    private final Settings settings;
    private final RebuildArguments arguments;
    private final PrintStream out;
    private final boolean terminal;

    private RebuildCommand(
            Service.Factory factory, Settings settings, RebuildArguments arguments, PrintStream out, boolean terminal) {
        this.factory = factory;
        this.settings = settings;
        this.arguments = arguments;
        this.out = out;
        this.terminal = terminal;
    }

    /** Runs it with the settings of this process. */
    static ExitCode run(Service.Factory factory, List<String> args) {
        RebuildArguments arguments = RebuildArguments.of(args);
        if (arguments.help()) {
            System.out.print(RebuildArguments.USAGE);
            return ExitCode.STOPPED;
        }
        Settings settings = SettingsReader.ofProcess(Path.of(""));
        return new RebuildCommand(factory, settings, arguments, System.out, Terminal.isStandardOutput()).run();
    }

    /**
     * Runs it with these settings alone, for tests, and for programs that do more than this.
     *
     * @param args what stands behind {@code rebuild} on the command line
     * @param out what it reports to
     * @throws StartException when it is refused before it begins
     */
    public static ExitCode run(
            Service.Factory factory, Map<String, String> settings, List<String> args, PrintStream out) {
        return new RebuildCommand(factory, SettingsReader.of(settings), RebuildArguments.of(args), out, false).run();
    }

    private ExitCode run() {
        BrokerAddress broker = BrokerAddress.find(settings, false);
        try (Broker embedded = broker.embedded().orElse(null)) {
            KafkaSettings kafka = new KafkaSettings(broker.clientSettings(settings.kafka()), broker.bootstrapServers());
            return run(kafka, embedded != null);
        }
    }

    private ExitCode run(KafkaSettings kafka, boolean embedded) {
        try (SchemaRegistry schemas = SchemaRegistryStart.start(settings, Optional.of(kafka))) {
            Engine engine = Engine.of(schemas);
            Service service = factory.create(engine);
            requireKnown(service);
            List<Rebuildable> targets = service.rebuildables().stream()
                    .filter(target -> isChosen(target.name()) || isChosen(target.group()))
                    .toList();
            List<ProjectionRuntime<?, ?>> projections = service.projections().stream()
                    .filter(projection -> isChosen(projection.name().store()))
                    .toList();
            // What these write again others have read already: they are not rebuilt unasked.
            List<ExtensionRuntime> extensions = service.extensions().stream()
                    .filter(extension ->
                            arguments.names().contains(extension.name().name()))
                    .toList();
            requireRepeatable(extensions);
            if (embedded) {
                new LastSession(kafka, settings)
                        .await(Stream.of(
                                        targets.stream().map(Rebuildable::applicationId),
                                        projections.stream()
                                                .map(projection ->
                                                        projection.name().applicationId()),
                                        extensions.stream()
                                                .map(extension ->
                                                        extension.name().applicationId()))
                                .flatMap(Function.identity())
                                .distinct()
                                .toList());
            }
            ExitCode code = run(targets, projections, engine, kafka);
            if (!extensions.isEmpty()) {
                reset(extensions, service.applicationIds(), kafka);
            }
            return code;
        } catch (SchemaRegistryException e) {
            throw new StartException(ExitCode.CANNOT_START, String.valueOf(e.getMessage()), e);
        }
    }

    private ExitCode run(
            List<Rebuildable> targets, List<ProjectionRuntime<?, ?>> projections, Engine engine, KafkaSettings kafka) {
        List<ExitCode> codes = new ArrayList<>();
        try (ConsoleProgress progress = new ConsoleProgress(out, terminal)) {
            for (Rebuildable target : targets) {
                codes.add(rebuild(target.name(), () -> rebuild(target, kafka, progress)));
            }
            // After the snapshots, which joins are made from.
            for (ProjectionRuntime<?, ?> projection : projections) {
                codes.add(rebuild(
                        projection.name().store(),
                        () -> new ProjectionRebuild(projection, engine, settings, kafka, options(), progress).run()));
            }
        } catch (ServiceRunningException e) {
            throw new StartException(ExitCode.SERVICE_RUNS, String.valueOf(e.getMessage()), e);
        }
        return codes.contains(ExitCode.NOT_REBUILT)
                ? ExitCode.NOT_REBUILT
                : codes.contains(ExitCode.DIFFERS) ? ExitCode.DIFFERS : ExitCode.STOPPED;
    }

    private void reset(List<ExtensionRuntime> extensions, List<String> applications, KafkaSettings kafka) {
        try (Admin admin = Admin.create(kafka.admin("annals-rebuild-extensions"))) {
            for (ExtensionRuntime extension : extensions) {
                out.print(new ExtensionReset(extension, applications, admin).run(arguments.dryRun()));
            }
            out.flush();
        } catch (ServiceRunningException e) {
            throw new StartException(ExitCode.SERVICE_RUNS, String.valueOf(e.getMessage()), e);
        } catch (RebuildException e) {
            throw new StartException(ExitCode.NOT_REBUILT, String.valueOf(e.getMessage()), e);
        }
    }

    private RebuildOptions options() {
        return new RebuildOptions(
                arguments.dryRun(),
                arguments.skipUnreadable(),
                settings.state().rebuildThreads(),
                settings.state().rebuildDirectory().toAbsolutePath(),
                settings.topics().replicationFactor());
    }

    private RebuildReport rebuild(Rebuildable target, KafkaSettings kafka, ConsoleProgress progress) {
        RebuildReport report =
                new Rebuild(target, kafka.rebuild(target.applicationId() + "-rebuild"), options(), progress).run();
        if (!arguments.dryRun() && !report.stopped()) {
            target.derived().ifPresent(derived -> new DerivedStore(kafka).forget(derived));
        }
        if (report.madeChangelog()) {
            new LocalState(settings, kafka).forget(target.applicationId());
        }
        return report;
    }

    private ExitCode rebuild(String name, Supplier<RebuildReport> rebuild) {
        try {
            RebuildReport report = rebuild.get();
            out.print(ReportText.of(report));
            out.flush();
            return code(report);
        } catch (RebuildException e) {
            LOG.error("{}: {}", name, e.getMessage());
            LOG.debug("Because of", e);
            return ExitCode.NOT_REBUILT;
        }
    }

    private static ExitCode code(RebuildReport report) {
        if (report.stopped()) {
            return ExitCode.NOT_REBUILT;
        }
        return report.dryRun() && report.differing() > 0 ? ExitCode.DIFFERS : ExitCode.STOPPED;
    }

    private boolean isChosen(String name) {
        return arguments.names().isEmpty() || arguments.names().contains(name);
    }

    private static void requireRepeatable(List<ExtensionRuntime> extensions) {
        for (ExtensionRuntime extension : extensions) {
            if (extension.isSchedule()) {
                throw new StartException(
                        ExitCode.WRONG_SETTING,
                        "%s is a schedule: it is made from nothing, and times that are over are over"
                                .formatted(extension.name()));
            }
            if (!extension.mayBeginAnew()) {
                throw new StartException(
                        ExitCode.WRONG_SETTING,
                        ("%s is a reaction, and cannot begin anew: it would give all its commands again, and those whose"
                                        + " outcomes are no longer kept would be decided again. It has no state that could be"
                                        + " wrong")
                                .formatted(extension.name()));
            }
        }
    }

    private void requireKnown(Service service) {
        List<String> known = Stream.of(
                        service.rebuildables().stream().map(Rebuildable::name),
                        service.projections().stream()
                                .map(projection -> projection.name().store()),
                        service.extensions().stream()
                                .map(extension -> extension.name().name()))
                .flatMap(Function.identity())
                .toList();
        List<String> unknown =
                arguments.names().stream().filter(name -> !known.contains(name)).toList();
        if (!unknown.isEmpty()) {
            throw new StartException(
                    ExitCode.WRONG_SETTING,
                    "There is no %s to rebuild. There is: %s"
                            .formatted(
                                    String.join(", ", unknown),
                                    known.stream().sorted().collect(Collectors.joining(", "))));
        }
    }
}
