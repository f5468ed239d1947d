package dev.annals;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * What is known of the command under decision beside its fields; an optional last parameter of {@code decide}.
 *
 * <p>Everything here is the same when the command is processed again after a failure, so that a decider that takes time
 * and ids from here, and from nowhere else, is deterministic. Not thread safe; valid during the call only.
 */
public interface CommandContext {

    /** The id of this command: the caller's, or one made from its place in the commands topic. */
    String messageId();

    /** The id that goes through all that follows from one request; the command's own id where it started the chain. */
    String correlationId();

    /** The id of the message that caused this command; the command's own id where nothing else did. */
    String causationId();

    /** When the command was written, as its Kafka record says. */
    Instant time();

    /** Who asked for this command, as proven to the service that took it; empty where nobody had to prove it. */
    Optional<String> subject();

    /** The number of events that the entity's state has taken in so far; 0 where there was none. */
    long version();

    /** A new id, different at each call, and the same ones in the same order when the command is processed again. */
    UUID newId();
}
