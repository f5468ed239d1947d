package dev.annals.client;

import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * How a command is sent. Immutable.
 *
 * @param id the command's id: whoever sends it again, in another process as well, gets the first answer; without one, there is one for
 *     each call
 * @param ifMatch the versions that the entity may have, as {@code If-Match} has them
 * @param ifNew whether there must be no entity
 * @param traceParent the trace that it belongs to
 */
public record CommandOptions(
        Optional<String> id, Optional<String> ifMatch, boolean ifNew, Optional<String> traceParent) {

    /** What a service takes in {@code Idempotency-Key}: visible characters, without quotes around them. */
    private static final Pattern TAKEN = Pattern.compile("(?!\")[\\x21-\\x7e]{1,255}");

    /** What the ids begin with that engines make, which callers may not use. */
    private static final String GENERATED = "annals:";

    /** Without conditions, under an id of the call's own. */
    public static final CommandOptions NONE =
            new CommandOptions(Optional.empty(), Optional.empty(), false, Optional.empty());

    /**
     * Under this id; in a subscription, {@code context.messageId()}. One that services do not take as it is - longer than 255 characters,
     * not visible ASCII, or made by an engine - becomes a UUID that is always the same.
     *
     * @throws IllegalArgumentException when it is empty
     */
    public CommandOptions withId(String commandId) {
        if (commandId.isEmpty()) {
            throw new IllegalArgumentException("An id that all commands would share is none");
        }
        String taken = TAKEN.matcher(commandId).matches() && !commandId.startsWith(GENERATED)
                ? commandId
                : UUID.nameUUIDFromBytes(commandId.getBytes(StandardCharsets.UTF_8))
                        .toString();
        return new CommandOptions(Optional.of(taken), ifMatch, ifNew, traceParent);
    }

    /** Only where the entity has this version; else a problem {@code condition-failed}. */
    public CommandOptions ifVersion(long version) {
        return new CommandOptions(id, Optional.of("\"" + version + "\""), ifNew, traceParent);
    }

    /** Only where there is no entity; else a problem {@code condition-failed}. */
    public CommandOptions ifNone() {
        return new CommandOptions(id, ifMatch, true, traceParent);
    }

    /** As part of this trace, as <a href="https://www.w3.org/TR/trace-context/">W3C Trace Context</a> writes it. */
    public CommandOptions withTraceParent(String parent) {
        return new CommandOptions(id, ifMatch, ifNew, Optional.of(parent));
    }

    /** The id, made where none is given. */
    String commandId() {
        return id.orElseGet(() -> UUID.randomUUID().toString());
    }

    /** Adds the headers, but for the id. */
    void addTo(HttpRequest.Builder request) {
        ifMatch.ifPresent(versions -> request.setHeader("If-Match", versions));
        if (ifNew) {
            request.setHeader("If-None-Match", "*");
        }
        traceParent.ifPresent(parent -> request.setHeader("traceparent", parent));
    }
}
