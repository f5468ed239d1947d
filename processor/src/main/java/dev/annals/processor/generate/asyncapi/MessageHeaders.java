package dev.annals.processor.generate.asyncapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/** The headers of records: CloudEvents in binary mode, and a few of Annals' own. */
final class MessageHeaders {

    private static final String TRACE_PARENT = "traceparent";

    private final ObjectNode properties = object();
    private final List<String> required = new ArrayList<>();

    private MessageHeaders() {}

    /** Of a command: none has to be there. */
    static ObjectNode ofCommand(String type, String source) {
        return new MessageHeaders()
                .cloudEvent(type, source, "The message id", "When it was sent", false)
                .optional("ce_correlationid", "What the command belongs to")
                .optional("ce_causationid", "What the command was caused by")
                .optional(TRACE_PARENT, "The caller's trace")
                .optional("ce_authid", "Who asked, where that had to be proven")
                .optional("annals.if-match", "A condition, as HTTP has it")
                .optional("annals.if-none-match", "A condition, as HTTP has it")
                .optional("annals.request", "The attempt under which a caller waits")
                .optional("annals.resent", "The dead letter that is sent again")
                .build();
    }

    static ObjectNode ofEvent(String type, String source) {
        return new MessageHeaders()
                .cloudEvent(
                        type,
                        source,
                        "The command's id, -, and 1 for its first event",
                        "The command record's time",
                        true)
                .optional("ce_sequence", "The entity's version after it; not on a failure")
                .required("ce_correlationid", "The command's, or its id")
                .required("ce_causationid", "The command's id")
                .optional(TRACE_PARENT, "The command's")
                .optional("ce_authid", "The command's")
                .build();
    }

    static ObjectNode ofSnapshot(String type, String source) {
        return new MessageHeaders()
                .cloudEvent(type, source, "The key, @, the version", "The command record's time", true)
                .required("ce_sequence", "The version")
                .build();
    }

    /** Of a dead letter: those of its command, and why it is one. */
    static ObjectNode ofDeadLetter() {
        return new MessageHeaders()
                .required("annals.stage", "Where it failed: read, decide or write")
                .optional("annals.message.id", "The command's id")
                .optional("annals.omitted", "Why key and value are not here, where they are not")
                .required("__streams.errors.exception", "The class of what was thrown")
                .optional("__streams.errors.message", "What the exception says")
                .optional("__streams.errors.stacktrace", "Of the exception")
                .required("__streams.errors.topic", "Where the command lies")
                .required("__streams.errors.partition", "Where the command lies")
                .required("__streams.errors.offset", "Where the command lies")
                .build();
    }

    private MessageHeaders cloudEvent(String type, String source, String id, String time, boolean always) {
        constant("ce_specversion", "1.0", always);
        add("ce_id", text(id), always);
        constant("ce_type", type, always);
        constant("ce_source", source, always);
        add("ce_time", text(time).put("format", "date-time"), always);
        add("ce_subject", text("The key"), always);
        constant("content-type", ChannelMessage.AVRO, always);
        return this;
    }

    private void constant(String name, String value, boolean always) {
        add(name, object().put("type", "string").put("const", value), always);
    }

    private MessageHeaders required(String name, String description) {
        return add(name, text(description), true);
    }

    private MessageHeaders optional(String name, String description) {
        return add(name, text(description), false);
    }

    private MessageHeaders add(String name, ObjectNode schema, boolean always) {
        properties.set(name, schema);
        if (always) {
            required.add(name);
        }
        return this;
    }

    private static ObjectNode text(String description) {
        return object().put("type", "string").put("description", description);
    }

    private ObjectNode build() {
        ObjectNode headers = object().put("type", "object");
        headers.set("properties", properties);
        return required.isEmpty() ? headers : headers.set("required", strings(required));
    }
}
