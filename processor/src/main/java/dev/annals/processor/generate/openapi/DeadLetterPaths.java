package dev.annals.processor.generate.openapi;

import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.View;

/** The routes on which dead letters are shown, and those of aggregates sent again. */
final class DeadLetterPaths {

    private final String prefix;
    private final View view;
    private final JsonSchemas schemas;

    DeadLetterPaths(View view, JsonSchemas schemas) {
        this.prefix = Names.pascalCase(view.shortName());
        this.view = view;
        this.schemas = schemas;
    }

    void addTo(Paths paths) {
        String path = view.path() + "/dead-letters";
        paths.get(path, page());
        paths.get(path + "/{id}", one());
        if (!view.isProjection()) {
            paths.post(path + "/{id}/resend", resend());
        }
    }

    private Operation page() {
        return operation("list" + prefix + "DeadLetters", "Lists what could not be processed, the oldest first")
                .parameters(Parameter.DEAD_LETTERS_LIMIT, Parameter.DEAD_LETTERS_FROM)
                .reply(
                        200,
                        new Reply("The page; where there are more, `Link` leads to the next")
                                .headers(Header.LINK)
                                .json(JsonSchemas.arrayOf(FixedSchemas.deadLetter(schemas))))
                .problems(ProblemType.INVALID_PARAMETER, ProblemType.UNKNOWN_DEAD_LETTER);
    }

    private Operation one() {
        return operation("get" + prefix + "DeadLetter", "Answers with a dead letter and its record")
                .parameters(Parameter.DEAD_LETTER_ID)
                .reply(200, new Reply("The dead letter").json(FixedSchemas.deadLetterRecord(schemas)))
                .problems(ProblemType.UNKNOWN_DEAD_LETTER);
    }

    private Operation resend() {
        return operation("resend" + prefix + "DeadLetter", "Sends the command of a dead letter again")
                .parameters(Parameter.DEAD_LETTER_ID)
                .reply(
                        202,
                        new Reply("The command will be decided")
                                .headers(Header.LOCATION, Header.MESSAGE_ID, Header.PREFERENCE_APPLIED))
                .problems(ProblemType.UNKNOWN_DEAD_LETTER, ProblemType.CANNOT_RESEND);
    }

    private Operation operation(String id, String summary) {
        return new Operation(id, view.shortName(), summary)
                .problems(ProblemType.INTERNAL_ERROR, ProblemType.NOT_READY)
                .guarded();
    }
}
