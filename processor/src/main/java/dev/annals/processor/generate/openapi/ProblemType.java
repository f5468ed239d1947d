package dev.annals.processor.generate.openapi;

import java.util.Locale;

/** The problems that a service answers with, as the reference of problems lists them. */
public enum ProblemType {
    NOT_JSON(400, "the body is empty, is not JSON, or is not an object"),
    MISSING_TYPE(400, "the command has no `_type`"),
    UNKNOWN_TYPE(400, "there is no command of this `_type`"),
    MISSING_FIELD(400, "a field is absent or null"),
    UNKNOWN_FIELD(400, "there is a field that the command does not have"),
    ILL_TYPED_FIELD(400, "a field's value is of another type, or out of its range"),
    REFUSED_ARGUMENTS(400, "the record's constructor refuses the values"),
    INVALID_KEY(400, "the key is not of the key's type"),
    INVALID_PARAMETER(400, "a query parameter is not valid"),
    INVALID_IDEMPOTENCY_KEY(
            400, "the `Idempotency-Key` is empty, too long, or has other than visible ASCII characters"),
    INVALID_CONDITION(400, "`If-Match` or `If-None-Match` is neither `*` nor a list of tags in quotes"),
    INVALID_LAST_EVENT_ID(400, "the `Last-Event-ID` is malformed, of another feed, or beyond the end"),
    INVALID_POSITION(400, "the `Annals-Min-Position` is not one or several values of `Annals-Position`"),
    INVALID_SCHEMA_ID(400, "the id of a schema is no number"),
    UNREADABLE_COMMAND(400, "the command could not be read from its topic; it is a dead letter"),
    NOT_AUTHENTICATED(401, "no token, or one that is not valid"),
    NOT_ALLOWED(403, "the token has not the scope that this takes"),
    NO_SUCH_ROUTE(404, "there is nothing at this path"),
    NOT_FOUND(404, "there is no such entity"),
    UNKNOWN_VERSION(404, "the entity never had this version, or was deleted with it"),
    UNKNOWN_MESSAGE(404, "no outcome is kept under this id, or not yet"),
    UNKNOWN_STORE(404, "there is no such store"),
    UNKNOWN_DEAD_LETTER(404, "there is no such dead letter"),
    UNKNOWN_SCHEMA(404, "the registry has no schema of this id"),
    METHOD_NOT_ALLOWED(405, "the path does not take this method"),
    NOT_ACCEPTABLE(406, "there are live events alone, and `Accept` does not take them"),
    INCOMPLETE_HISTORY(409, "events were recorded while the aggregate kept no history"),
    ALREADY_EXISTS(409, "the command creates an entity, and there is one"),
    SLOW_BODY(408, "the body did not come in time"),
    CONDITION_FAILED(412, "the entity is not of the version that is asked for"),
    TOO_LARGE(413, "the body, or the command's record, is too large"),
    LONG_URL(414, "path and query are too long"),
    UNSUPPORTED_MEDIA_TYPE(415, "the `Content-Type` is not JSON"),
    REJECTED(422, "the domain refuses the command, and nothing was recorded; `code` says why"),
    MESSAGE_ID_REUSED(422, "under this id another command was sent, or the same one otherwise"),
    CANNOT_RESEND(422, "the dead letter has no key, is no longer whole, or no event that is known"),
    COMMAND_FAILED(500, "the domain threw; the command is a dead letter"),
    EVENT_FAILED(500, "handling the event failed again"),
    UNREADABLE_EVENT(500, "an event of the history cannot be read"),
    INTERNAL_ERROR(500, "the request failed; the log says why under the `reference`"),
    NOT_READY(503, "the state asked for is not here yet, or the service is stopping; nothing was sent"),
    OVERLOADED(503, "as many commands are under way as the service takes; nothing was sent"),
    TOO_MANY_FEEDS(503, "the instance serves as many live feeds as it may"),
    NOT_OWNER(503, "this instance alone was asked, and the partition is another's"),
    NO_OUTCOME(504, "no outcome came in time; what was asked for may yet be carried out"),
    VIEW_BEHIND(504, "the read model has not come as far as `Annals-Min-Position` in time");

    private final int status;
    private final String when;

    ProblemType(int status, String when) {
        this.status = status;
        this.when = when;
    }

    public int status() {
        return status;
    }

    /** The last part of its type URI: {@code not-json}. */
    public String text() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String when() {
        return when;
    }
}
