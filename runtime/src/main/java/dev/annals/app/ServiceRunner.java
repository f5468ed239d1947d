package dev.annals.app;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs a service as a process: what a generated {@code Main} calls. */
public final class ServiceRunner {

    private static final Logger LOG = LoggerFactory.getLogger(ServiceRunner.class);

    private static final String FRESH = "--fresh";
    private static final String HELP = "--help";
    private static final String REBUILD = "rebuild";

    private static final String USAGE = """
            Arguments:
              --fresh   empties the embedded broker's directory first
              --help    says this
              rebuild   builds stores and snapshots again from the events; rebuild --help says more
            Settings: in application.properties, as system properties (-Dhttp.port=9000) or in the environment (HTTP_PORT=9000)
            """;

    private ServiceRunner() {}

    /** Runs a service until it fails or is told to stop, and ends the process with an {@link ExitCode}. */
    @SuppressWarnings("SystemExitOutsideMain") // It is what a Main calls.
    public static void run(Service.Factory factory, String... args) {
        System.exit(start(factory, Arrays.asList(args)).code());
    }

    private static ExitCode start(Service.Factory factory, List<String> args) {
        if (!args.isEmpty() && args.get(0).equals(REBUILD)) {
            return rebuild(factory, args.subList(1, args.size()));
        }
        if (args.contains(HELP)) {
            System.out.print(USAGE);
            return ExitCode.STOPPED;
        }
        List<String> unknown = args.stream().filter(arg -> !arg.equals(FRESH)).toList();
        if (!unknown.isEmpty()) {
            System.err.print("There is no argument " + String.join(" ", unknown) + "\n" + USAGE);
            return ExitCode.WRONG_SETTING;
        }
        try {
            Application application = new Application(SettingsReader.ofProcess(Path.of("")));
            // Before the start, which may take long, and may be told to stop as well.
            Runtime.getRuntime().addShutdownHook(new Thread(application::close, "annals-stop"));
            application.start(factory, args.contains(FRESH));
            return serve(application);
        } catch (StartException e) {
            return refused(e);
        } catch (RuntimeException | Error e) {
            LOG.error("The service could not start", e);
            return ExitCode.CANNOT_START;
        }
    }

    private static ExitCode rebuild(Service.Factory factory, List<String> args) {
        try {
            return RebuildCommand.run(factory, args);
        } catch (StartException e) {
            return refused(e);
        } catch (RuntimeException | Error e) {
            LOG.error("The rebuild failed; it can be repeated", e);
            return ExitCode.NOT_REBUILT;
        }
    }

    private static ExitCode refused(StartException e) {
        if (e.exitCode() == ExitCode.STOPPED) {
            LOG.info("{}", e.getMessage());
        } else {
            LOG.error("{}", e.getMessage());
        }
        LOG.debug("Because of", e);
        return e.exitCode();
    }

    private static ExitCode serve(Application application) {
        try {
            application.failure().get();
            return ExitCode.STOPPED;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return ExitCode.FAILED;
        } catch (ExecutionException e) {
            LOG.error("The service failed and stops", e.getCause());
            application.close();
            return ExitCode.FAILED;
        }
    }
}
