package dev.annals.json;

import org.jspecify.annotations.Nullable;

/** JSON that is not what its reader expects; the message says what is wrong and what is expected, for callers to see. */
public final class InvalidJsonException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Fault fault;
    private final @Nullable String field;

    InvalidJsonException(Fault fault, @Nullable String field, String message) {
        super(message);
        this.fault = fault;
        this.field = field;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }

    /** Where it is wrong: {@code lines[2].amount}; null where it is the document as a whole. */
    public @Nullable String field() {
        return field;
    }

    /** The kinds of fault that a caller can tell apart. */
    public enum Fault {
        NOT_JSON,
        MISSING_TYPE,
        UNKNOWN_TYPE,
        MISSING_FIELD,
        UNKNOWN_FIELD,
        ILL_TYPED_FIELD,
        REFUSED_ARGUMENTS
    }
}
