package dev.annals.http;

import dev.annals.Decision;
import dev.annals.aggregate.IncompleteHistoryException;
import dev.annals.aggregate.Outcome;
import dev.annals.aggregate.UnreadableEventException;
import dev.annals.json.InvalidJsonException;
import java.util.Collection;

/** Every problem that a service answers with; {@code docs/reference/problems.md} lists them. */
final class Problems {

    private Problems() {}

    static Problem invalidJson(InvalidJsonException e) {
        Problem problem = switch (e.fault()) {
            case NOT_JSON -> badRequest("not-json", "The body is not the JSON that is expected", e);
            case MISSING_TYPE -> badRequest("missing-type", "The command has no _type", e);
            case UNKNOWN_TYPE -> badRequest("unknown-type", "There is no command of this _type", e);
            case MISSING_FIELD -> badRequest("missing-field", "A field is missing", e);
            case UNKNOWN_FIELD -> badRequest("unknown-field", "There is a field that is not known", e);
            case ILL_TYPED_FIELD -> badRequest("ill-typed-field", "A field is of another type", e);
            case REFUSED_ARGUMENTS -> badRequest("refused-arguments", "The command does not take these values", e);
        };
        String field = e.field();
        return field == null ? problem : problem.with("field", field);
    }

    static Problem invalidKey(String text, String expected) {
        return new Problem(
                400,
                "invalid-key",
                "The key is not one",
                "The key must be a %s, and is \"%s\"".formatted(expected, text));
    }

    static Problem invalidSchemaId(String text, String expected) {
        return new Problem(
                400,
                "invalid-schema-id",
                "The schema's id is not one",
                "The id must be a %s, and is \"%s\"".formatted(expected, text));
    }

    static Problem invalidParameter(String name, String detail) {
        return new Problem(400, "invalid-parameter", "A query parameter is not valid", detail).with("parameter", name);
    }

    static Problem invalidIdempotencyKey() {
        return new Problem(
                400,
                "invalid-idempotency-key",
                "The Idempotency-Key is not one",
                "The Idempotency-Key must be 1 to 255 visible ASCII characters, without spaces, and not start with"
                        + " annals:, as those do that the engine gives");
    }

    static Problem invalidCondition(String detail) {
        return new Problem(400, "invalid-condition", "A condition is not valid", detail);
    }

    static Problem conditionFailed(long version) {
        String found = version == 0 ? "there is none" : "it has version " + version;
        return new Problem(
                412,
                "condition-failed",
                "The entity is not of the version that is asked for",
                "The If-Match or If-None-Match of the request does not hold for the entity: " + found);
    }

    static Problem messageIdReused(String messageId) {
        return new Problem(
                        422,
                        "message-id-reused",
                        "The id has been used for another command",
                        "Under this Idempotency-Key another command has been sent, or the same one on another condition, for"
                                + " another entity or by another caller: repeat a command as it was, and give a new one a new key")
                .with("messageId", messageId);
    }

    static Problem unknownMessage(String messageId) {
        return new Problem(
                404,
                "unknown-message",
                "There is no outcome of this message",
                "No outcome is kept under the id " + messageId
                        + ": it was never sent, is not decided yet, was sent without an id of its caller's, or the time for which"
                        + " outcomes are kept is over");
    }

    static Problem invalidPosition(String text) {
        return new Problem(
                400,
                "invalid-position",
                "The Annals-Min-Position is not one",
                "Annals-Min-Position must be one or several values of Annals-Position, separated by commas, and is \"%s\""
                        .formatted(text));
    }

    static Problem viewBehind() {
        return new Problem(
                504,
                "view-behind",
                "The view has not come so far",
                "The view has not taken in what Annals-Min-Position names in time; what it shows without is older");
    }

    static Problem noSuchRoute(String path) {
        return new Problem(404, "no-such-route", "There is nothing at this path", "There is nothing at " + path);
    }

    static Problem noSuchEntity(String key) {
        return new Problem(
                404, "not-found", "There is no such entity", "There is no entity with the key \"" + key + "\"");
    }

    static Problem noSuchSchema(String detail) {
        return new Problem(404, "unknown-schema", "There is no such schema", detail);
    }

    static Problem methodNotAllowed(String method, Collection<String> allowed) {
        return new Problem(
                405,
                "method-not-allowed",
                "This path does not take this method",
                method + " is not allowed here; allowed: " + String.join(", ", allowed));
    }

    static Problem slowBody() {
        return new Problem(408, "slow-body", "The body takes too long", "The body of the request did not come in time");
    }

    static Problem notAuthenticated(String detail) {
        return new Problem(401, "not-authenticated", "The request does not prove who asks", detail);
    }

    static Problem notAllowed(String scope) {
        return new Problem(403, "not-allowed", "The request is not allowed", "It takes the scope " + scope);
    }

    static Problem longUrl(int limit) {
        return new Problem(
                414, "long-url", "The URL is too long", "Path and query may have at most " + limit + " bytes together");
    }

    static Problem overloaded() {
        return new Problem(
                503,
                "overloaded",
                "There are too many commands",
                "There are as many commands under way as the service takes at once; this one was not sent");
    }

    static Problem tooLarge(long limit) {
        return tooLarge("The body may have at most " + limit + " bytes");
    }

    static Problem tooLarge(String detail) {
        return new Problem(413, "too-large", "The command is too large", detail);
    }

    static Problem unsupportedMediaType(String found) {
        return new Problem(
                415,
                "unsupported-media-type",
                "The body is not declared as JSON",
                "The Content-Type must be application/json, and is " + found);
    }

    static Problem rejected(Outcome.Rejected<?> rejected) {
        Problem problem = switch (rejected.reason()) {
            case NOT_FOUND -> new Problem(404, "not-found", "There is no such entity", rejected.detail());
            case ALREADY_EXISTS ->
                new Problem(409, "already-exists", "There is such an entity already", rejected.detail());
            case RULE -> new Problem(422, "rejected", "The domain refuses the command", rejected.detail());
        };
        return rejected.reason() == Decision.Reason.RULE ? problem.with("code", rejected.code()) : problem;
    }

    static Problem failed(Outcome.Failed<?> failed) {
        String where = "; it is in the dead-letter topic and in the log under this message id";
        return switch (failed.stage()) {
            case READ ->
                new Problem(
                        400, "unreadable-command", "The command cannot be read", "The command cannot be read" + where);
            case IDENTIFY -> messageIdReused(failed.messageId());
            case DECIDE, WRITE ->
                new Problem(500, "command-failed", "The command failed", "Processing the command failed" + where);
        };
    }

    static Problem internalError(String reference) {
        return new Problem(
                        500,
                        "internal-error",
                        "The request failed",
                        "The request failed; the log says why under this reference")
                .with("reference", reference);
    }

    static Problem notReady(String detail) {
        return new Problem(503, "not-ready", "The service is not ready", detail);
    }

    static Problem notOwner(int partition) {
        return new Problem(
                503,
                "not-owner",
                "This instance does not own the partition",
                "Partition " + partition + " is not this instance's, which alone was asked");
    }

    static Problem noSuchDeadLetter(String id) {
        return new Problem(
                404,
                "unknown-dead-letter",
                "There is no such dead letter",
                "There is no dead letter " + id + "; ids are a partition and an offset, such as 3-42");
    }

    static Problem cannotResend(String id) {
        return new Problem(
                422,
                "cannot-resend",
                "The dead letter cannot be sent again",
                "Dead letter " + id
                        + " has no key to send it by, or was too large to be kept and is no longer in the commands"
                        + " topic: send a new command");
    }

    static Problem noSuchEvent(String id) {
        return new Problem(
                422,
                "cannot-resend",
                "The dead letter cannot be sent again",
                "Dead letter " + id
                        + " is no event that is known here, or was too large to be kept and is no longer in its"
                        + " topic");
    }

    static Problem eventFailed(String id, Exception cause) {
        return new Problem(
                500, "event-failed", "The event failed again", "Handling dead letter " + id + " failed: " + cause);
    }

    static Problem eventNotHandled(String id) {
        return new Problem(
                504,
                "no-outcome",
                "No outcome came in time",
                "Dead letter " + id
                        + " waits behind other events of its entity, and is not handled, or handling it takes long, and"
                        + " goes on");
    }

    static Problem noSuchStore(String store) {
        return new Problem(404, "unknown-store", "There is no such store", "No instance has a store named " + store);
    }

    static Problem invalidLastEventId(String why) {
        return new Problem(
                400,
                "invalid-last-event-id",
                "The Last-Event-ID is not one to go on from",
                why + ". Begin without it, or with ?from=start");
    }

    static Problem notAcceptable(String why) {
        return new Problem(
                406,
                "not-acceptable",
                "This is not to be had as it is asked for",
                why + ": ask for them with Accept: text/event-stream");
    }

    static Problem tooManyFeeds(int most) {
        return new Problem(
                503,
                "too-many-feeds",
                "There are too many live feeds",
                "This instance serves at most " + most + " live feeds at once; try again, or another instance");
    }

    static Problem noSuchVersion(String detail) {
        return new Problem(404, "unknown-version", "The entity has no such version", detail);
    }

    static Problem incompleteHistory(IncompleteHistoryException e) {
        return new Problem(
                        409,
                        "incomplete-history",
                        "Events that are asked for are not in the history",
                        e.getMessage()
                                + ": its event was recorded while the aggregate kept no history. Ask for what follows with ?after="
                                + (e.keptFrom() - 1)
                                + ", or have the history built from the events topic: stop the service and run it"
                                + " with the argument rebuild")
                .with("missing", Long.toString(e.missing()))
                .with("keptFrom", Long.toString(e.keptFrom()));
    }

    static Problem unreadableEvent(UnreadableEventException e) {
        return new Problem(
                        500,
                        "unreadable-event",
                        "An event cannot be read",
                        "The event that led to version " + e.version()
                                + " cannot be read by this code; the log says why. What follows is to be had with ?after="
                                + e.version())
                .with("version", Long.toString(e.version()));
    }

    static Problem noOutcome() {
        return new Problem(
                504,
                "no-outcome",
                "No outcome came in time",
                "The command may yet be carried out: its events, if there are any, carry the message id as ce_causationid");
    }

    private static Problem badRequest(String type, String title, InvalidJsonException e) {
        return new Problem(400, type, title, String.valueOf(e.getMessage()));
    }
}
