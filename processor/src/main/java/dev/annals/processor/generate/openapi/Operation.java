package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.array;
import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Builds what the document says of one route and method. */
final class Operation {

    private final ObjectNode head;
    private final List<ObjectNode> parameters = new ArrayList<>();
    private final Map<Integer, Reply> replies = new TreeMap<>();
    private final Map<Integer, List<ProblemType>> problems = new TreeMap<>();
    private ObjectNode body = object();

    /**
     * An operation.
     *
     * @param id what generated clients call their method
     * @param tag what it is listed under
     */
    Operation(String id, String tag, String summary) {
        this.head = object();
        head.set("tags", strings(List.of(tag)));
        head.put("operationId", id).put("summary", summary);
    }

    String id() {
        return head.get("operationId").textValue();
    }

    Operation description(String text) {
        head.put("description", text);
        return this;
    }

    Operation parameters(Parameter... all) {
        Arrays.stream(all).map(Parameter::reference).forEach(parameters::add);
        return this;
    }

    Operation parameter(ObjectNode parameter) {
        parameters.add(parameter);
        return this;
    }

    Operation body(ObjectNode content) {
        body = content;
        return this;
    }

    Operation reply(int status, Reply reply) {
        replies.put(status, reply);
        return this;
    }

    /** Problems, each with its status; a reply of that status which is no problem may stand beside them. */
    Operation problems(ProblemType... all) {
        Arrays.stream(all)
                .forEach(problem -> problems.computeIfAbsent(problem.status(), status -> new ArrayList<>())
                        .add(problem));
        return this;
    }

    /** What whoever has to prove who they are may be told. */
    Operation guarded() {
        return problems(ProblemType.NOT_AUTHENTICATED, ProblemType.NOT_ALLOWED);
    }

    /** Anybody may ask, whatever is configured. */
    Operation open() {
        head.set("security", array(List.of()));
        return this;
    }

    ObjectNode build() {
        if (!parameters.isEmpty()) {
            head.set("parameters", array(parameters));
        }
        if (!body.isEmpty()) {
            head.set("requestBody", body);
        }
        Map<Integer, ObjectNode> all = new TreeMap<>();
        replies.forEach((status, reply) -> all.put(status, reply.build()));
        problems.forEach((status, types) -> all.compute(
                status,
                (same, reply) -> reply == null ? ProblemReplies.of(types) : ProblemReplies.beside(reply, types)));
        ObjectNode responses = head.putObject("responses");
        all.forEach((status, reply) -> responses.set(status.toString(), reply));
        return head;
    }
}
