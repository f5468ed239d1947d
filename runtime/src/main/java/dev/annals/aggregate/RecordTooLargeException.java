package dev.annals.aggregate;

/** A record that is larger than Kafka is to be asked to take; the message gives both sizes. */
public final class RecordTooLargeException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RecordTooLargeException(String message) {
        super(message);
    }
}
