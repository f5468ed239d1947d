package dev.annals.app;

/** The service could not start; the message says why and what to do, and the log needs no stack trace. */
public final class StartException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final ExitCode exitCode;

    StartException(ExitCode exitCode, String message) {
        super(message);
        this.exitCode = exitCode;
    }

    StartException(ExitCode exitCode, String message, Throwable cause) {
        super(message, cause);
        this.exitCode = exitCode;
    }

    /** What the process should end with. */
    public ExitCode exitCode() {
        return exitCode;
    }
}
