package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.jsonschema.JsonSchemas;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The schemas that are the same for every service. */
final class FixedSchemas {

    static final String PROBLEM = "Problem";

    private static final String DEAD_LETTER = "DeadLetter";
    private static final String DEAD_LETTER_RECORD = "DeadLetterRecord";
    private static final String GIVEN_COMMANDS = "GivenCommands";
    private static final String SUBSCRIPTION = "Subscription";
    private static final String INSTANCE = "Instance";
    private static final String HEALTH = "Health";

    /** What no type of a service may be called here. */
    static final Set<String> NAMES =
            Set.of(PROBLEM, DEAD_LETTER, DEAD_LETTER_RECORD, GIVEN_COMMANDS, SUBSCRIPTION, INSTANCE, HEALTH);

    private FixedSchemas() {}

    /** An error as RFC 9457 describes it. */
    static ObjectNode problem(JsonSchemas schemas) {
        return schemas.component(PROBLEM, () -> {
            ObjectNode properties = object();
            properties.set("type", text("What is wrong, for programs: urn:annals:problem: and a word"));
            properties.set("title", text("What the type means"));
            properties.set("status", object().put("type", "integer").put("format", "int32"));
            properties.set("detail", text("What is wrong with this request, for people"));
            properties.set("field", text("The field at fault, such as lines[2].amount"));
            properties.set("parameter", text("The query parameter at fault"));
            properties.set("code", text("The domain's word for why it refuses the command"));
            properties.set("messageId", text("The command's id"));
            properties.set("reference", text("Where to look in the log"));
            return described("An error, as RFC 9457 describes it", properties, "type", "title", "status", "detail");
        });
    }

    /** A dead letter as it is listed. */
    static ObjectNode deadLetter(JsonSchemas schemas) {
        return schemas.component(DEAD_LETTER, () -> {
            ObjectNode properties = deadLetterProperties();
            return described("A command or an event that could not be processed", properties, names(properties));
        });
    }

    /** A dead letter with its record. */
    static ObjectNode deadLetterRecord(JsonSchemas schemas) {
        return schemas.component(DEAD_LETTER_RECORD, () -> {
            ObjectNode properties = deadLetterProperties();
            properties.set("value", orNull("The record's bytes, in base64"));
            ObjectNode headers = object().put("type", "object").put("description", "The record's headers");
            properties.set("headers", headers.set("additionalProperties", object().put("type", "string")));
            properties.set("stackTrace", text("Of the exception"));
            return described("A dead letter, and its record", properties, names(properties));
        });
    }

    /** What an event has led to. */
    static ObjectNode givenCommands(JsonSchemas schemas) {
        return schemas.component(GIVEN_COMMANDS, () -> {
            ObjectNode properties = object();
            properties.set("commands", texts("The ids of the commands that were given"));
            return described("What an event has led to", properties, names(properties));
        });
    }

    /** An instance of the service. */
    static ObjectNode instance(JsonSchemas schemas) {
        return schemas.component(INSTANCE, () -> {
            ObjectNode properties = object();
            properties.set("host", text("Where it is"));
            properties.set("port", object().put("type", "integer").put("format", "int32"));
            properties.set("local", object().put("type", "boolean").put("description", "Whether it is the one asked"));
            properties.set("stores", texts("The stores that it has partitions of"));
            properties.set("active", texts("The partitions that it owns"));
            properties.set("standby", texts("The partitions that it follows"));
            return described("An instance of the service", properties, names(properties));
        });
    }

    /** A subscription, as far as it runs in one instance. */
    static ObjectNode subscription(JsonSchemas schemas) {
        return schemas.component(SUBSCRIPTION, () -> {
            ObjectNode properties = object();
            properties.set("name", text("Its name"));
            properties.set(
                    "paused", object().put("type", "boolean").put("description", "Whether it fetches no events"));
            properties.set(
                    "caughtUp",
                    object().put("type", "boolean")
                            .put("description", "Whether all events have been handled that there were at the start"));
            properties.set("lag", count("How many records of the instance's partitions are not handled yet"));
            properties.set("inFlight", count("How many events are in memory"));
            return described("A subscription in one instance", properties, names(properties));
        });
    }

    private static ObjectNode count(String description) {
        return object().put("type", "integer").put("format", "int64").put("description", description);
    }

    /** How a service is. */
    static ObjectNode health(JsonSchemas schemas) {
        return schemas.component(HEALTH, () -> {
            ObjectNode properties = object();
            ObjectNode status = object().put("type", "string");
            properties.set("status", status.set("enum", strings(List.of("UP", "DOWN"))));
            properties.set("state", text("What it is doing, in a word"));
            ObjectNode restoring = object().put("type", "object")
                    .put("description", "How far what is not restored yet is, by store and partition");
            properties.set("restoring", restoring.set("additionalProperties", object().put("type", "string")));
            ObjectNode unready =
                    object().put("type", "object").put("description", "Why modules are not ready, by name");
            properties.set("unready", unready.set("additionalProperties", object().put("type", "string")));
            return described("How the service is", properties, names(properties));
        });
    }

    private static ObjectNode deadLetterProperties() {
        ObjectNode properties = object();
        properties.set("id", text("Its partition and offset: 3-42"));
        properties.set("messageId", text("The command's id; empty of other records"));
        properties.set("stage", text("Where it failed: read, identify, decide, write, process, handle or tick"));
        properties.set("exception", text("The class of what was thrown"));
        properties.set("message", text("What the exception says"));
        properties.set("time", text("When it was set aside").put("format", "date-time"));
        properties.set("place", text("Where the record lies: its topic, partition and offset"));
        properties.set("key", orNull("The record's key, as text"));
        properties.set("command", orNull("The command as its record describes itself, where it can be read"));
        return properties;
    }

    private static String[] names(ObjectNode properties) {
        List<String> names = new ArrayList<>();
        properties.fieldNames().forEachRemaining(names::add);
        // Dead letters of projections are no commands.
        names.remove("command");
        return names.toArray(String[]::new);
    }

    private static ObjectNode described(String description, ObjectNode properties, String... required) {
        ObjectNode schema = object().put("type", "object").put("description", description);
        schema.set("properties", properties);
        return schema.set("required", strings(List.of(required)));
    }

    private static ObjectNode text(String description) {
        return object().put("type", "string").put("description", description);
    }

    private static ObjectNode orNull(String description) {
        ObjectNode schema = object();
        schema.set("type", strings(List.of("string", "null")));
        return schema.put("description", description);
    }

    private static ObjectNode texts(String description) {
        return JsonSchemas.arrayOf(object().put("type", "string")).put("description", description);
    }
}
