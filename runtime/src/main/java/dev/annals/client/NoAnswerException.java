package dev.annals.client;

import java.util.Optional;

/** It is not known what has become of a call. A command may have been carried out; sending it again under the same id is safe. */
public final class NoAnswerException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String messageId;

    @SuppressWarnings("OptionalUsedAsFieldOrParameterType") // As callers have it.
    NoAnswerException(String message, Optional<String> messageId, Throwable cause) {
        super(message, cause);
        this.messageId = messageId.orElse("");
    }

    /** The command's id, to send it again with ({@link CommandOptions#withId}); nothing of a read. */
    public Optional<String> messageId() {
        return Optional.of(messageId).filter(id -> !id.isEmpty());
    }
}
