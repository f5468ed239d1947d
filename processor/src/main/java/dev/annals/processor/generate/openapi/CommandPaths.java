package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.ExampleCommand;
import dev.annals.processor.generate.jsonschema.JsonDocument;
import dev.annals.processor.generate.jsonschema.JsonSchemas;
import dev.annals.processor.generate.jsonschema.KeySchemas;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Handler;
import dev.annals.processor.model.Handler.Returns;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.View;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The routes on which an aggregate takes commands and tells what came of them. */
final class CommandPaths {

    private final Aggregate aggregate;
    private final View view;
    private final JsonSchemas schemas;

    CommandPaths(Aggregate aggregate, JsonSchemas schemas) {
        this.aggregate = aggregate;
        this.view = View.of(aggregate);
        this.schemas = schemas;
    }

    void addTo(Paths paths) {
        if (!aggregate.commands().offered().isEmpty()) {
            paths.post(view.path() + "/commands", commands());
        }
        paths.get(view.path() + "/events/one/{messageId}", outcome());
    }

    private Operation commands() {
        Operation operation = new Operation(
                        "send" + schemas.name(aggregate.commands().root()),
                        view.shortName(),
                        "Takes a command, and answers with its events when these are committed")
                .description(answers())
                .parameters(
                        Parameter.IDEMPOTENCY_KEY,
                        Parameter.IF_MATCH,
                        Parameter.IF_NONE_MATCH,
                        Parameter.PREFER,
                        Parameter.TRACE_PARENT)
                .body(body())
                .reply(
                        200,
                        new Reply(answersWithEvents() ? "What was recorded" : "The event")
                                .headers(Header.ETAG, Header.MESSAGE_ID, Header.POSITION)
                                .json(recorded()))
                .reply(
                        202,
                        new Reply("The command will be decided")
                                .headers(Header.LOCATION, Header.MESSAGE_ID, Header.PREFERENCE_APPLIED))
                .problems(
                        ProblemType.NOT_JSON,
                        ProblemType.MISSING_TYPE,
                        ProblemType.UNKNOWN_TYPE,
                        ProblemType.MISSING_FIELD,
                        ProblemType.UNKNOWN_FIELD,
                        ProblemType.ILL_TYPED_FIELD,
                        ProblemType.REFUSED_ARGUMENTS,
                        ProblemType.INVALID_KEY,
                        ProblemType.INVALID_IDEMPOTENCY_KEY,
                        ProblemType.INVALID_CONDITION)
                .problems(
                        ProblemType.SLOW_BODY,
                        ProblemType.TOO_LARGE,
                        ProblemType.UNSUPPORTED_MEDIA_TYPE,
                        ProblemType.OVERLOADED,
                        ProblemType.NO_OUTCOME);
        return outcomes(operation, recorded(), Header.ETAG, Header.MESSAGE_ID, Header.POSITION);
    }

    private Operation outcome() {
        Operation operation = new Operation(
                        "get" + schemas.name(view.snapshot().name()) + "Outcome",
                        view.shortName(),
                        "Answers as the command of this id was answered")
                .description(
                        "An outcome is kept for an hour, or as `commands.deduplication.window.ms` says. Of a command"
                                + " longer than 64 KiB only a digest is kept; its answer is an array here.")
                .parameter(Parameter.of(
                        "path",
                        "messageId",
                        object().put("type", "string"),
                        "The command's `Idempotency-Key`, or the id of the 202"))
                .parameter(Parameter.of(
                        "query", "key", KeySchemas.of(view.key()), "The entity, so that only its owner is asked"))
                .parameters(Parameter.LOCAL)
                .reply(
                        200,
                        new Reply("What was recorded")
                                .headers(Header.ETAG, Header.MESSAGE_ID)
                                .json(schemas.eventOrEvents(aggregate)))
                .problems(ProblemType.INVALID_KEY, ProblemType.UNKNOWN_MESSAGE);
        return outcomes(operation, schemas.eventOrEvents(aggregate), Header.ETAG, Header.MESSAGE_ID);
    }

    /** What may come of a command, beside what is recorded. */
    private Operation outcomes(Operation operation, ObjectNode refusal, Header... headers) {
        if (hasFailures()) {
            operation.reply(
                    422,
                    new Reply("Refused with an event, which has `_isError`")
                            .headers(headers)
                            .json(answersWithEvents() ? refusal : schemas.failures(aggregate)));
        }
        if (handlers().anyMatch(Handler::needsEntity) && !aggregate.hasInitial()) {
            operation.problems(ProblemType.NOT_FOUND);
        }
        if (handlers().anyMatch(Handler::creates)) {
            operation.problems(ProblemType.ALREADY_EXISTS);
        }
        if (handlers().anyMatch(handler -> handler.returns() == Returns.DECISION)) {
            operation.problems(ProblemType.REJECTED);
        }
        return operation
                .problems(
                        ProblemType.UNREADABLE_COMMAND,
                        ProblemType.CONDITION_FAILED,
                        ProblemType.MESSAGE_ID_REUSED,
                        ProblemType.COMMAND_FAILED,
                        ProblemType.INTERNAL_ERROR,
                        ProblemType.NOT_READY,
                        ProblemType.NOT_OWNER)
                .guarded();
    }

    private ObjectNode body() {
        ObjectNode body = object().put("required", true);
        ObjectNode json = body.putObject("content").putObject("application/json");
        json.set("schema", schemas.commands(aggregate));
        ObjectNode examples = json.putObject("examples");
        for (Leaf command : aggregate.commands().offered()) {
            ObjectNode example = examples.putObject(command.simpleName());
            String doc = command.record().heading().doc();
            if (!doc.isEmpty()) {
                example.put("summary", doc);
            }
            example.set("value", JsonDocument.parse(ExampleCommand.json(command.record(), aggregate.values())));
        }
        return body;
    }

    /** The event itself, an array, or, where that depends on the command, either. */
    private ObjectNode recorded() {
        if (!answersWithEvents()) {
            return schemas.events(aggregate);
        }
        return answersWithEvent() ? schemas.eventOrEvents(aggregate) : JsonSchemas.arrayOf(schemas.events(aggregate));
    }

    private String answers() {
        return aggregate.commands().offered().stream()
                .map(command -> "- `%s` is answered with %s"
                        .formatted(command.simpleName(), isEvent(command) ? "its event" : "an array of its events"))
                .collect(Collectors.joining("\n"));
    }

    private boolean answersWithEvent() {
        return aggregate.commands().offered().stream().anyMatch(this::isEvent);
    }

    private boolean answersWithEvents() {
        return !aggregate.commands().offered().stream().allMatch(this::isEvent);
    }

    private boolean isEvent(Leaf command) {
        return aggregate.deciders().of(command.name()).orElseThrow().returns() == Returns.EVENT;
    }

    private boolean hasFailures() {
        return aggregate.events().leaves().stream().anyMatch(Leaf::failure);
    }

    private Stream<Handler> handlers() {
        return aggregate.commands().offered().stream()
                .map(command -> aggregate.deciders().of(command.name()).orElseThrow());
    }
}
