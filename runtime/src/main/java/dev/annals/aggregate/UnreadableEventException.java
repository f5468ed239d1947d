package dev.annals.aggregate;

/** An event of an entity's history that this code cannot read. */
public final class UnreadableEventException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long version;

    UnreadableEventException(long version, RuntimeException cause) {
        super("The event that led to version " + version + " cannot be read: " + cause.getMessage(), cause);
        this.version = version;
    }

    /** The version that the event led to. */
    public long version() {
        return version;
    }
}
