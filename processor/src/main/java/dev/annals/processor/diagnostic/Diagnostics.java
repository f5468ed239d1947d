package dev.annals.processor.diagnostic;

import com.google.errorprone.annotations.FormatMethod;
import com.google.errorprone.annotations.FormatString;
import dev.annals.processor.diagnostic.Diagnostic.Severity;
import dev.annals.processor.model.Location;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/** Gathers diagnostics, so that all are reported together; the same one counts once. */
public final class Diagnostics {

    private final Set<Diagnostic> found = new LinkedHashSet<>();

    /** Adds an error, whose message is a format. */
    @FormatMethod
    public void error(Code code, Location location, @FormatString String message, Object... arguments) {
        found.add(new Diagnostic(code, Severity.ERROR, location, message.formatted(arguments)));
    }

    /** Adds a warning, whose message is a format. */
    @FormatMethod
    public void warning(Code code, Location location, @FormatString String message, Object... arguments) {
        found.add(new Diagnostic(code, Severity.WARNING, location, message.formatted(arguments)));
    }

    /** Adds something to know that is neither, whose message is a format. */
    @FormatMethod
    public void note(Code code, Location location, @FormatString String message, Object... arguments) {
        found.add(new Diagnostic(code, Severity.NOTE, location, message.formatted(arguments)));
    }

    public void addAll(Diagnostics others) {
        found.addAll(others.found);
    }

    public boolean hasErrors() {
        return hasErrorsOf(code -> true);
    }

    /** Whether there are errors with one of these codes. */
    public boolean hasErrorsOf(Predicate<Code> codes) {
        return found.stream()
                .anyMatch(diagnostic -> diagnostic.severity() == Severity.ERROR && codes.test(diagnostic.code()));
    }

    public List<Diagnostic> all() {
        return List.copyOf(found);
    }
}
