package dev.annals.avro;

/** Bytes that are not what their reader expects; the message says what was found, what was expected, and where. */
public final class MalformedDataException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public MalformedDataException(String message) {
        super(message);
    }

    public MalformedDataException(String message, Throwable cause) {
        super(message, cause);
    }
}
