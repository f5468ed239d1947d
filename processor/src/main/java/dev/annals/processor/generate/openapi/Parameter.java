package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** A parameter that routes have in common: a component of the document. */
record Parameter(String component, String in, String name, ObjectNode schema, String description) {

    static final Parameter IDEMPOTENCY_KEY = header(
            "Idempotency-Key",
            "1 to 255 visible ASCII characters, in quotes or not: the command's id. A second request with it gets the first"
                    + " answer, and decides nothing");

    static final Parameter IF_MATCH =
            header("If-Match", "Versions in quotes, or `*`: only where the entity has one of them, else 412");

    static final Parameter IF_NONE_MATCH = header(
            "If-None-Match",
            "Of a command `*`: only where there is no entity, else 412. Of a read, versions in quotes: 304 where the entity has"
                    + " one of them");

    static final Parameter PREFER =
            header("Prefer", "`respond-async` answers 202 with a `Location` as soon as Kafka has the command");

    static final Parameter MIN_POSITION = header(
            "Annals-Min-Position",
            "One or several values of `Annals-Position`, separated by commas: the read waits until they are taken in");

    static final Parameter LAST_EVENT_ID =
            header("Last-Event-ID", "The id of the last event that was received: the feed goes on after it");

    static final Parameter FROM_START = new Parameter(
            "FromStart", "query", "from", constant("start"), "Begins with the first event, and not with the next one");

    static final Parameter TRACE_PARENT = header(
            "traceparent", "The caller's trace, which goes through to the headers of the command and its events");

    static final Parameter STALE =
            new Parameter("Stale", "query", "stale", constant("ok"), "Takes an answer that may be old as well");

    static final Parameter LOCAL =
            new Parameter("Local", "query", "_local", constant("true"), "Asks this instance alone");

    static final Parameter LIMIT = limit("Limit", 1_000, 100);

    static final Parameter DEAD_LETTERS_LIMIT = limit("DeadLettersLimit", 200, 20);

    static final Parameter DEAD_LETTERS_FROM =
            new Parameter("DeadLettersFrom", "query", "from", text(), "The id of the first one");

    static final Parameter DEAD_LETTER_ID = new Parameter(
            "DeadLetterId",
            "path",
            "id",
            text().put("pattern", "^\\d{1,9}-\\d{1,18}$"),
            "Its partition and offset: 3-42");

    private static final List<Parameter> ALL = List.of(
            IDEMPOTENCY_KEY,
            IF_MATCH,
            IF_NONE_MATCH,
            PREFER,
            MIN_POSITION,
            LAST_EVENT_ID,
            FROM_START,
            TRACE_PARENT,
            STALE,
            LOCAL,
            LIMIT,
            DEAD_LETTERS_LIMIT,
            DEAD_LETTERS_FROM,
            DEAD_LETTER_ID);

    /** All of them, for the document's components. */
    static ObjectNode components() {
        ObjectNode components = object();
        ALL.forEach(one -> components.set(one.component, of(one.in, one.name, one.schema.deepCopy(), one.description)));
        return components;
    }

    ObjectNode reference() {
        return object().put("$ref", "#/components/parameters/" + component);
    }

    /** A parameter of one route alone. */
    static ObjectNode of(String in, String name, ObjectNode schema, String description) {
        ObjectNode parameter = object().put("name", name).put("in", in).put("description", description);
        if (in.equals("path")) {
            parameter.put("required", true);
        }
        return parameter.set("schema", schema);
    }

    private static Parameter header(String name, String description) {
        return new Parameter(name, "header", name, text(), description);
    }

    private static Parameter limit(String component, int most, int byDefault) {
        ObjectNode schema = object().put("type", "integer")
                .put("format", "int32")
                .put("minimum", 1)
                .put("maximum", most)
                .put("default", byDefault);
        return new Parameter(component, "query", "limit", schema, "How many there are in a page, at most");
    }

    private static ObjectNode text() {
        return object().put("type", "string");
    }

    private static ObjectNode constant(String value) {
        return text().set("enum", strings(List.of(value)));
    }
}
