package dev.annals.client;

import java.net.http.HttpRequest;
import java.util.Optional;
import java.util.UUID;

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

    /** Without conditions, under an id of the call's own. */
    public static final CommandOptions NONE =
            new CommandOptions(Optional.empty(), Optional.empty(), false, Optional.empty());

    /** Under this id, of 1 to 255 visible ASCII characters; of a subscription, {@code context.messageId()}. */
    public CommandOptions withId(String commandId) {
        return new CommandOptions(Optional.of(commandId), ifMatch, ifNew, traceParent);
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

    /** Adds the headers, an id among them. */
    void addTo(HttpRequest.Builder request) {
        request.setHeader(
                "Idempotency-Key", id.orElseGet(() -> UUID.randomUUID().toString()));
        ifMatch.ifPresent(versions -> request.setHeader("If-Match", versions));
        if (ifNew) {
            request.setHeader("If-None-Match", "*");
        }
        traceParent.ifPresent(parent -> request.setHeader("traceparent", parent));
    }
}
