package dev.annals.aggregate;

/** Kafka did not confirm that it has taken a command; it may have, all the same. */
public final class CommandNotSentException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CommandNotSentException(String messageId, Throwable cause) {
        super("Kafka did not take command " + messageId, cause);
    }
}
