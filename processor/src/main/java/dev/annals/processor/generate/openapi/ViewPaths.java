package dev.annals.processor.generate.openapi;

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
    }

    private Operation one() {
        return new Operation(
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
    }

    private Operation all() {
        return new Operation(
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
                .guarded();
    }
}
