package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.generate.jsonschema.KeySchemas;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.View;

/** The routes on which a view is read. */
final class ViewPaths {

    private final View view;
    private final JsonSchemas schemas;

    ViewPaths(View view, JsonSchemas schemas) {
        this.view = view;
        this.schemas = schemas;
    }

    void addTo(Paths paths) {
        paths.get(view.path() + "/one/{key}", one());
        paths.get(view.path() + "/all", all());
        new FeedPaths(view, schemas).addTo(paths);
    }

    private Operation one() {
        Operation operation = new Operation(
                        "get" + schemas.name(view.snapshot().name()),
                        view.shortName(),
                        "Answers with the entity of a key")
                .parameter(Parameter.of("path", "key", KeySchemas.of(view.key()), "The entity's key"))
                .parameters(Parameter.STALE, Parameter.LOCAL, Parameter.IF_MATCH, Parameter.IF_NONE_MATCH)
                .reply(
                        200,
                        new Reply("The entity").headers(Header.ETAG, Header.LAG).json(schemas.entity(view)))
                .reply(
                        304,
                        new Reply("The entity still has the version that `If-None-Match` names").headers(Header.ETAG))
                .problems(
                        ProblemType.INVALID_KEY,
                        ProblemType.INVALID_PARAMETER,
                        ProblemType.INVALID_CONDITION,
                        ProblemType.NOT_FOUND,
                        ProblemType.CONDITION_FAILED,
                        ProblemType.INTERNAL_ERROR,
                        ProblemType.NOT_READY,
                        ProblemType.NOT_OWNER)
                .guarded();
        if (view.hasHistory()) {
            operation
                    .parameter(Parameter.of(
                            "query",
                            "version",
                            object().put("type", "integer")
                                    .put("format", "int64")
                                    .put("minimum", 1),
                            "The entity as it was when it had this version"))
                    .problems(
                            ProblemType.UNKNOWN_VERSION, ProblemType.INCOMPLETE_HISTORY, ProblemType.UNREADABLE_EVENT);
        }
        return waiting(operation);
    }

    /** A read model may be asked to come as far as a command. */
    private Operation waiting(Operation operation) {
        return view.isProjection()
                ? operation
                        .parameters(Parameter.MIN_POSITION)
                        .problems(ProblemType.INVALID_POSITION, ProblemType.VIEW_BEHIND)
                : operation;
    }

    private Operation all() {
        return waiting(new Operation(
                        "list" + Names.pascalCase(view.shortName()),
                        view.shortName(),
                        "Answers with a page of entities, in the order of their keys' bytes")
                .parameters(Parameter.LIMIT)
                .parameter(Parameter.of(
                        "query", "after", KeySchemas.of(view.key()), "The key after which the page starts"))
                .parameters(Parameter.STALE, Parameter.LOCAL)
                .reply(
                        200,
                        new Reply("The page; where there are more, `Link` leads to the next")
                                .headers(Header.LINK, Header.LAG)
                                .json(JsonSchemas.arrayOf(schemas.entity(view))))
                .problems(ProblemType.INVALID_PARAMETER, ProblemType.INTERNAL_ERROR, ProblemType.NOT_READY)
                .guarded());
    }
}
