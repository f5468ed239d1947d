package dev.annals.processor.defaults;

/** A default that is no value of its component's type. */
public final class InvalidDefaultException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String expected;

    InvalidDefaultException(String expected) {
        super("Not " + expected);
        this.expected = expected;
    }

    /** What would be one. */
    public String expected() {
        return expected;
    }
}
