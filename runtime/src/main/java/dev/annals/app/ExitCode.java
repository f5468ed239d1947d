package dev.annals.app;

/** What the process of a service ends with. (A signal that stops it in order leaves the usual 130 or 143.) */
public enum ExitCode {
    /** Stopped in order, without a signal; of a rebuild, that it is done. */
    STOPPED(0),
    /** Failed while it was running; the log says why. */
    FAILED(1),
    /** An argument or a setting is wrong. */
    WRONG_SETTING(2),
    /** Something that the service needs is not there: a broker, a port, a directory, a topic that fits. */
    CANNOT_START(3),
    /** A rebuild was refused because the service runs. */
    SERVICE_RUNS(4),
    /** A rebuild stopped at an event that could not be taken in, or could not be done; it can be repeated. */
    NOT_REBUILT(5),
    /** A dry run found something that is not what its events say. */
    DIFFERS(6);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
