package dev.annals.schema;

/** A registry that refuses a schema, or that cannot be reached; the message says which and why. */
public final class SchemaRegistryException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public SchemaRegistryException(String message) {
        super(message);
    }

    public SchemaRegistryException(String message, Throwable cause) {
        super(message, cause);
    }
}
