package dev.annals.processor.gate;

import dev.annals.evolution.Incompatibility;
import java.util.Optional;

/** What to write so that a change breaks nothing. */
final class Mending {

    private static final String UPCAST = "or keep the old components as a @FormerVersion with an upcast";
    private static final String BACKWARD_ONLY =
            UPCAST + ", or, where no such code runs any more, compile with -Aannals.compatibility=backward";

    private final boolean bothWays;

    Mending(boolean bothWays) {
        this.bothWays = bothWays;
    }

    /** For data that was written and cannot be read. */
    String backward(Incompatibility problem, Renaming renaming) {
        return switch (problem.kind()) {
            case MISSING_DEFAULT -> added(renaming.formerName(problem.path()));
            case NULL -> "Keep it @Nullable or Optional, " + UPCAST;
            case SYMBOL ->
                "Bring the constant back, or mark the one that stands for unknown ones with @Default, " + UPCAST;
            case BRANCH -> "Bring the record back, or name it as the @Alias of the one that replaces it, " + UPCAST;
            case NAME -> bothWays ? "Keep its name for Avro, by @AvroName" : "Name what it was called as its @Alias";
            case TYPE, SCALE, PRECISION, UNIT ->
                "Leave it as it was, with a component of another name beside it, " + UPCAST;
            case VERSION -> "Bring the version back that it had";
        };
    }

    private String added(Optional<String> formerName) {
        if (formerName.isEmpty()) {
            return "Give it a @Default, or make it Optional or @Nullable, " + UPCAST;
        }
        String old = formerName.get();
        return bothWays
                ? "Was '%s' renamed? Then keep its name for Avro, by @AvroName(\"%s\"), as released code looks for that; with"
                                .formatted(old, old)
                        + " -Aannals.compatibility=backward, @Alias(\"%s\") is enough".formatted(old)
                : "Was '%s' renamed? Then add @Alias(\"%s\")".formatted(old, old);
    }

    /** For data that is written now and could not be read by code that was released. */
    String forward(Incompatibility problem, Renaming renaming) {
        return switch (problem.kind()) {
            case MISSING_DEFAULT -> removed(problem, renaming);
            case NULL -> "Leave it required, " + BACKWARD_ONLY;
            case SYMBOL ->
                "Release an enum with a @Default constant first, and the new constant after that, " + BACKWARD_ONLY;
            case BRANCH -> "Leave the new record out, " + BACKWARD_ONLY;
            case NAME -> "Keep its name for Avro, by @AvroName, " + BACKWARD_ONLY;
            case TYPE, SCALE, PRECISION, UNIT ->
                "Leave it as it was, with a component of another name beside it, " + BACKWARD_ONLY;
            case VERSION -> "Bring the version back that it had";
        };
    }

    private static String removed(Incompatibility problem, Renaming renaming) {
        String old = problem.path().get(problem.path().size() - 1);
        return renaming.aliased(problem.path())
                        .map(now -> ("An @Alias of '%s' tells only newer code where it is: keep its name for Avro, by"
                                        + " @AvroName(\"%s\"), ")
                                .formatted(now, old))
                        .orElse("Bring it back, ")
                + BACKWARD_ONLY;
    }
}
