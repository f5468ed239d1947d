package dev.annals.testkit;

import dev.annals.CommandContext;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A context in which everything is known beforehand. */
final class FixedContext implements CommandContext {

    private final String messageId;
    private final Instant time;
    private final Optional<String> subject;
    private final long version;
    private long ids;

    FixedContext(String messageId, Instant time, Optional<String> subject, long version) {
        this.messageId = messageId;
        this.time = time;
        this.subject = subject;
        this.version = version;
    }

    @Override
    public String messageId() {
        return messageId;
    }

    @Override
    public String correlationId() {
        return messageId;
    }

    @Override
    public String causationId() {
        return messageId;
    }

    @Override
    public Instant time() {
        return time;
    }

    @Override
    public Optional<String> subject() {
        return subject;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public UUID newId() {
        return Scenario.id(++ids);
    }
}
