package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.generate.jsonschema.KeySchemas;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.View;

/** The routes on which a view is followed live, and the history of an aggregate is read. */
final class FeedPaths {

    private static final String EVENT_STREAM = "text/event-stream";

    private final View view;
    private final JsonSchemas schemas;
    private final String what;

    FeedPaths(View view, JsonSchemas schemas) {
        this.view = view;
        this.schemas = schemas;
        this.what = view.isProjection() ? "changes" : "events";
    }

    void addTo(Paths paths) {
        paths.get(view.path() + "/events", all());
        paths.get(view.path() + "/one/{key}/events", one());
    }

    private Operation all() {
        return feed(new Operation(
                        "followAll" + Names.pascalCase(view.shortName()),
                        view.shortName(),
                        "Answers with a live feed of all " + what))
                .reply(200, new Reply(description()).content(EVENT_STREAM, stream()));
    }

    private Operation one() {
        Operation operation = feed(new Operation(
                        "followOne" + schemas.name(view.snapshot().name()),
                        view.shortName(),
                        view.hasHistory()
                                ? "Answers with a page of the entity's events, or with a live feed of them"
                                : "Answers with a live feed of the " + what + " of one key"))
                .parameter(Parameter.of("path", "key", KeySchemas.of(view.key()), "The key"))
                .problems(ProblemType.INVALID_KEY);
        Reply reply = new Reply(description());
        if (view.hasHistory()) {
            operation
                    .parameters(Parameter.LIMIT, Parameter.LOCAL)
                    .parameter(Parameter.of(
                            "query",
                            "after",
                            object().put("type", "integer")
                                    .put("format", "int64")
                                    .put("minimum", 0),
                            "The version after which the page starts"))
                    .problems(
                            ProblemType.NOT_FOUND,
                            ProblemType.INCOMPLETE_HISTORY,
                            ProblemType.UNREADABLE_EVENT,
                            ProblemType.NOT_OWNER);
            reply = new Reply(
                            "The page, whose `Link` leads to the next; or, where `Accept` names `text/event-stream`, the feed")
                    .headers(Header.LINK)
                    .json(JsonSchemas.arrayOf(schemas.pastEvents(view)));
        }
        return operation.reply(200, reply.content(EVENT_STREAM, stream()));
    }

    private Operation feed(Operation operation) {
        return operation
                .parameters(Parameter.LAST_EVENT_ID, Parameter.FROM_START)
                .problems(
                        ProblemType.INVALID_LAST_EVENT_ID,
                        ProblemType.INVALID_PARAMETER,
                        ProblemType.NOT_ACCEPTABLE,
                        ProblemType.TOO_MANY_FEEDS,
                        ProblemType.INTERNAL_ERROR,
                        ProblemType.NOT_READY)
                .guarded();
    }

    private String description() {
        return view.isProjection()
                ? "Server-Sent Events: `changed`, whose `data` is the JSON of the record as it is read, with `_time`, and"
                        + " `deleted`, whose `data` has `_key`, `_version` and `_time` alone; each with an id to go on after it"
                : "Server-Sent Events, each of an event's type, with an id to go on after it; `data` is the event's JSON with"
                        + " `_key`, `_version` (not of failures), `_id` and `_time`";
    }

    private static ObjectNode stream() {
        return object().put("type", "string");
    }
}
