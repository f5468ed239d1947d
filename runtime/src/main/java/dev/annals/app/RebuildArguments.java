package dev.annals.app;

import java.util.List;
import java.util.Set;

/**
 * What stands behind {@code rebuild} on the command line.
 *
 * @param names of what is to be rebuilt; empty for all
 */
record RebuildArguments(List<String> names, boolean dryRun, boolean skipUnreadable, boolean help) {

    static final String USAGE = """
            rebuild [name...] builds the stores and snapshots of these, or of all, again from their events. The service must not run.
              --dry-run           compares only, and ends with 6 where something differs
              --skip-unreadable   passes over events that cannot be taken in, and counts them; without it, they stop the rebuild
              --help              says this
            """;

    private static final Set<String> OPTIONS = Set.of("--dry-run", "--skip-unreadable", "--help");

    /**
     * The arguments in this list.
     *
     * @throws StartException when there is one that is not known
     */
    static RebuildArguments of(List<String> args) {
        List<String> names = args.stream().filter(arg -> !arg.startsWith("-")).toList();
        for (String arg : args) {
            if (arg.startsWith("-") && !OPTIONS.contains(arg)) {
                throw new StartException(
                        ExitCode.WRONG_SETTING, "There is no argument " + arg + " of rebuild\n" + USAGE);
            }
        }
        return new RebuildArguments(
                names, args.contains("--dry-run"), args.contains("--skip-unreadable"), args.contains("--help"));
    }
}
