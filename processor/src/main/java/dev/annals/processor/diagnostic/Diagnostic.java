package dev.annals.processor.diagnostic;

import dev.annals.processor.model.Location;

/** Something that is wrong with a domain, where it is wrong, and what to write instead. */
public record Diagnostic(Code code, Severity severity, Location location, String message) {

    /** Whether nothing is generated, or something is odd, or only good to know. */
    public enum Severity {
        ERROR,
        WARNING,
        NOTE
    }

    /** The message as the compiler shows it. */
    public String text() {
        return "[" + code.text() + "] " + message;
    }
}
