package dev.annals.app;

/** What the process of a service ends with. (A signal that stops it in order leaves the usual 130 or 143.) */
public enum ExitCode {
    /** Stopped in order, without a signal. */
    STOPPED(0),
    /** Failed while it was running; the log says why. */
    FAILED(1),
    /** An argument or a setting is wrong. */
    WRONG_SETTING(2),
    /** Something that the service needs is not there: a broker, a port, a directory, a topic that fits. */
    CANNOT_START(3);

    private final int code;

    ExitCode(int code) {
        this.code = code;
    }

    public int code() {
        return code;
    }
}
