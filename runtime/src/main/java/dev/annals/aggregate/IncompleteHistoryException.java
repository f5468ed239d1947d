package dev.annals.aggregate;

/** Events that are asked for are not in the history: they were recorded while the aggregate kept none. */
public final class IncompleteHistoryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final long missing;
    private final long keptFrom;

    IncompleteHistoryException(long missing, long keptFrom) {
        super("Version " + missing + " is not in the history, which is kept from version " + keptFrom + " on");
        this.missing = missing;
        this.keptFrom = keptFrom;
    }

    /** The first version that was asked for and is missing. */
    public long missing() {
        return missing;
    }

    /** The next version that is there, or will be. */
    public long keptFrom() {
        return keptFrom;
    }
}
