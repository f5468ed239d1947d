package dev.annals.processor.generate.openapi;

import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.model.Member;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.View;

/** The routes on which dead letters are shown, and those of aggregates sent again. */
final class DeadLetterPaths {

    private final String path;
    private final String tag;
    private final boolean resends;
    private final JsonSchemas schemas;

    private DeadLetterPaths(String path, String tag, boolean resends, JsonSchemas schemas) {
        this.path = path + "/dead-letters";
        this.tag = tag;
        this.resends = resends;
        this.schemas = schemas;
    }

    static DeadLetterPaths of(View view, JsonSchemas schemas) {
        return new DeadLetterPaths(view.path(), view.shortName(), !view.isProjection(), schemas);
    }

    static DeadLetterPaths of(Member attached, JsonSchemas schemas) {
        return new DeadLetterPaths("/" + attached.name(), attached.name(), false, schemas);
    }

    void addTo(Paths paths) {
        paths.get(path, page());
        paths.get(path + "/{id}", one());
        if (resends) {
            paths.post(path + "/{id}/resend", resend());
        }
    }

    private Operation page() {
        return operation("list" + prefix() + "DeadLetters", "Lists what could not be processed, the oldest first")
                .parameters(Parameter.DEAD_LETTERS_LIMIT, Parameter.DEAD_LETTERS_FROM)
                .reply(
                        200,
                        new Reply("The page; where there are more, `Link` leads to the next")
                                .headers(Header.LINK)
                                .json(JsonSchemas.arrayOf(FixedSchemas.deadLetter(schemas))))
                .problems(ProblemType.INVALID_PARAMETER, ProblemType.UNKNOWN_DEAD_LETTER);
    }

    private Operation one() {
        return operation("get" + prefix() + "DeadLetter", "Answers with a dead letter and its record")
                .parameters(Parameter.DEAD_LETTER_ID)
                .reply(200, new Reply("The dead letter").json(FixedSchemas.deadLetterRecord(schemas)))
                .problems(ProblemType.UNKNOWN_DEAD_LETTER);
    }

    private Operation resend() {
        return operation("resend" + prefix() + "DeadLetter", "Sends the command of a dead letter again")
                .parameters(Parameter.DEAD_LETTER_ID)
                .reply(
                        202,
                        new Reply("The command will be decided")
                                .headers(Header.LOCATION, Header.MESSAGE_ID, Header.PREFERENCE_APPLIED))
                .problems(ProblemType.UNKNOWN_DEAD_LETTER, ProblemType.CANNOT_RESEND);
    }

    private String prefix() {
        return Names.pascalCase(tag);
    }

    private Operation operation(String id, String summary) {
        return new Operation(id, tag, summary)
                .problems(ProblemType.INTERNAL_ERROR, ProblemType.NOT_READY)
                .guarded();
    }
}
