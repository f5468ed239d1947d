package dev.annals.schema;

/** There is no schema of this id in the registry. */
public final class UnknownSchemaException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public UnknownSchemaException(String message) {
        super(message);
    }
}
