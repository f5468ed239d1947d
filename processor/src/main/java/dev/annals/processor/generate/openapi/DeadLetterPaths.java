package dev.annals.processor.generate.openapi;

import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.model.Member;
import dev.annals.processor.model.Names;
import dev.annals.processor.model.Reaction;
import dev.annals.processor.model.Subscription;
import dev.annals.processor.model.Subscription.Kind;
import dev.annals.processor.model.View;

/** The routes on which dead letters are shown, and sent or handled again. */
final class DeadLetterPaths {

    private final String path;
    private final String tag;
    private final Again again;
    private final JsonSchemas schemas;

    private DeadLetterPaths(String path, String tag, Again again, JsonSchemas schemas) {
        this.path = path + "/dead-letters";
        this.tag = tag;
        this.again = again;
        this.schemas = schemas;
    }

    /** What is sent again. */
    private enum Again {
        NOTHING,
        COMMAND,
        EVENT
    }

    static DeadLetterPaths of(View view, JsonSchemas schemas) {
        return new DeadLetterPaths(
                view.path(), view.shortName(), view.isProjection() ? Again.NOTHING : Again.COMMAND, schemas);
    }

    static DeadLetterPaths of(Member attached, JsonSchemas schemas) {
        Again again = attached instanceof Reaction || isSubscription(attached) ? Again.EVENT : Again.NOTHING;
        return new DeadLetterPaths("/" + attached.name(), attached.name(), again, schemas);
    }

    private static boolean isSubscription(Member attached) {
        return attached instanceof Subscription subscription && subscription.kind() == Kind.SUBSCRIPTION;
    }

    void addTo(Paths paths) {
        paths.get(path, page());
        paths.get(path + "/{id}", one());
        if (again != Again.NOTHING) {
            paths.post(path + "/{id}/resend", again == Again.COMMAND ? resend() : handle());
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

    private Operation handle() {
        return operation("resend" + prefix() + "DeadLetter", "Handles the event of a dead letter again")
                .parameters(Parameter.DEAD_LETTER_ID)
                .reply(
                        200,
                        new Reply("It has been handled, and has led to these commands")
                                .json(FixedSchemas.givenCommands(schemas)))
                .problems(
                        ProblemType.UNKNOWN_DEAD_LETTER,
                        ProblemType.CANNOT_RESEND,
                        ProblemType.EVENT_FAILED,
                        ProblemType.NO_OUTCOME);
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
