package dev.annals.processor.generate.jsonschema;

import static dev.annals.processor.generate.jsonschema.JsonDocument.array;
import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.palantir.javapoet.ClassName;
import dev.annals.processor.generate.ExampleCommand;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Hierarchy.Leaf;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.Values;
import dev.annals.processor.model.View;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/**
 * The schemas of a service's messages, by reference: each is added to the document's components when it is first asked for. Not
 * for use by several threads.
 */
public final class JsonSchemas {

    private static final String PREFIX = "#/components/schemas/";

    private final ObjectNode components = object();
    private final SchemaNames names;
    private final Set<ClassName> read;
    private final Service service;

    /**
     * The schemas of a service.
     *
     * @param reserved names of components that none of its types gets
     */
    public JsonSchemas(Service service, Set<String> reserved) {
        this.names = new SchemaNames(DomainTypes.of(service), reserved);
        this.read = DomainTypes.read(service);
        this.service = service;
    }

    /** All schemas that were asked for. */
    public ObjectNode components() {
        return components;
    }

    /** What a type's schema is called. */
    public String name(ClassName type) {
        return names.of(type);
    }

    /** Any command of an aggregate that callers may give. */
    public ObjectNode commands(Aggregate aggregate) {
        return union(
                names.of(aggregate.commands().root()),
                aggregate.values(),
                aggregate.commands().offered());
    }

    /** Any event of an aggregate. */
    public ObjectNode events(Aggregate aggregate) {
        return union(
                names.of(aggregate.events().root()),
                aggregate.values(),
                aggregate.events().leaves());
    }

    /** Any event of an aggregate that is a refusal; of which there is one at least. */
    public ObjectNode failures(Aggregate aggregate) {
        return union(
                names.derived(names.of(aggregate.events().root()) + "Failure"),
                aggregate.values(),
                aggregate.events().leaves().stream().filter(Leaf::failure).toList());
    }

    /** One event of an aggregate, or an array of them; which has a name, so that generators make a type of it. */
    public ObjectNode eventOrEvents(Aggregate aggregate) {
        String root = names.of(aggregate.events().root());
        ObjectNode list = component(names.derived(root + "List"), () -> arrayOf(events(aggregate)));
        return component(
                names.derived(root + "Reply"), () -> object().set("oneOf", array(List.of(events(aggregate), list))));
    }

    /** Any event as the history of an aggregate that keeps one shows it; failures are no part of it. */
    public ObjectNode pastEvents(View view) {
        Aggregate aggregate = service.aggregates().stream()
                .filter(each -> each.name().equals(view.name()))
                .findFirst()
                .orElseThrow();
        Values values = aggregate.values();
        return component(
                names.derived("Past" + names.of(aggregate.events().root())),
                () -> values(values)
                        .oneOf(aggregate.events().leaves().stream()
                                .filter(leaf -> !leaf.failure())
                                .map(leaf -> pastEvent(values, leaf))
                                .toList()));
    }

    private TypedSchema pastEvent(Values values, Leaf leaf) {
        ValueSchemas schemas = values(values);
        ObjectNode reference = component(
                names.derived("Past" + schemas.typedName(leaf.record())),
                () -> schemas.typed(leaf.record())
                        .field("_version", described("integer", "int64", "The entity's, after the event"))
                        .field("_id", object().put("type", "string").put("description", "The event's id"))
                        .field("_time", described("string", "date-time", "When its command was written"))
                        .build(leaf.record(), false));
        return new TypedSchema(leaf.simpleName(), reference);
    }

    private static ObjectNode described(String type, String format, String description) {
        return object().put("type", type).put("format", format).put("description", description);
    }

    /** An entity: its key, its version and its snapshot's fields. */
    public ObjectNode entity(View view) {
        String name = names.derived(names.of(view.snapshot().name()) + "Entity");
        return component(
                name,
                () -> new RecordSchema(values(view.values()))
                        .field("_key", KeySchemas.of(view.key()))
                        .field(
                                "_version",
                                object().put("type", "integer")
                                        .put("format", "int64")
                                        .put("minimum", 1))
                        .fields(view.snapshot())
                        .build(view.snapshot(), false));
    }

    public static ObjectNode arrayOf(ObjectNode items) {
        return object().put("type", "array").set("items", items);
    }

    /** A component of this name, which is made where there is none yet. */
    public ObjectNode component(String name, Supplier<ObjectNode> schema) {
        if (!components.has(name)) {
            // Its place first: a type may hold itself.
            components.putObject(name);
            components.set(name, schema.get());
        }
        return object().put("$ref", PREFIX + name);
    }

    private ObjectNode union(String name, Values values, List<Leaf> leaves) {
        return component(
                name,
                () -> values(values)
                        .oneOf(leaves.stream()
                                .map(leaf -> message(values, leaf))
                                .toList()));
    }

    private TypedSchema message(Values values, Leaf leaf) {
        ValueSchemas schemas = values(values);
        String name = schemas.typedName(leaf.record());
        ObjectNode reference = component(name, () -> {
            RecordSchema record = schemas.typed(leaf.record());
            if (leaf.failure()) {
                record.field("_isError", object().put("type", "boolean").put("const", true));
            }
            ObjectNode schema = record.build(leaf.record(), read.contains(leaf.name()));
            if (read.contains(leaf.name())) {
                schema.putArray("examples").add(JsonDocument.parse(ExampleCommand.json(leaf.record(), values)));
            }
            return schema;
        });
        return new TypedSchema(leaf.simpleName(), reference);
    }

    private ValueSchemas values(Values values) {
        return new ValueSchemas(values, names, read, this);
    }
}
