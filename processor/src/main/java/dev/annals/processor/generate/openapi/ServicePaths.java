package dev.annals.processor.generate.openapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;
import static dev.annals.processor.generate.jsonschema.JsonDocument.strings;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.jsonschema.JsonSchemas;
import java.util.List;

/** The routes that every service has. */
final class ServicePaths {

    /** What they are listed under. */
    static final String TAG = "service";

    private final JsonSchemas schemas;

    ServicePaths(JsonSchemas schemas) {
        this.schemas = schemas;
    }

    void addTo(Paths paths) {
        paths.get("/schemas/ids/{id}", schema());
        paths.get("/instances", instances());
        paths.get("/instances/{store}", instancesOfStore());
        paths.get("/health/live", health("checkLive", "Says whether the service lives"));
        paths.get("/health/ready", health("checkReady", "Says whether the service answers requests"));
        paths.get("/metrics", metrics());
        paths.get("/openapi.json", document("getOpenApi", "This document"));
        paths.get("/asyncapi.json", document("getAsyncApi", "The AsyncAPI document of the service's topics"));
        paths.get("/topology", topology());
    }

    private static Operation schema() {
        return operation("getSchema", "Answers with the Avro schema that messages of an id were written with")
                .parameter(Parameter.of(
                        "path",
                        "id",
                        text(),
                        "A fingerprint as a signed number or in hex, or the schema registry's number"))
                .reply(200, new Reply("The schema").json(object()))
                .problems(
                        ProblemType.INVALID_SCHEMA_ID,
                        ProblemType.UNKNOWN_SCHEMA,
                        ProblemType.INTERNAL_ERROR,
                        ProblemType.NOT_READY)
                .guarded();
    }

    private Operation instances() {
        return operation("listInstances", "Lists the instances that say where they are")
                .reply(200, new Reply("The instances").json(JsonSchemas.arrayOf(FixedSchemas.instance(schemas))))
                .problems(ProblemType.INTERNAL_ERROR)
                .guarded();
    }

    private Operation instancesOfStore() {
        return operation("listInstancesOfStore", "Lists the instances that have partitions of a store")
                .parameter(Parameter.of("path", "store", text(), "The store's name"))
                .reply(200, new Reply("The instances").json(JsonSchemas.arrayOf(FixedSchemas.instance(schemas))))
                .problems(ProblemType.UNKNOWN_STORE, ProblemType.INTERNAL_ERROR)
                .guarded();
    }

    private Operation health(String id, String summary) {
        return operation(id, summary)
                .reply(200, new Reply("It does").json(FixedSchemas.health(schemas)))
                .reply(503, new Reply("It does not").json(FixedSchemas.health(schemas)))
                .open();
    }

    private static Operation metrics() {
        return operation("getMetrics", "Answers with metrics in Prometheus' text format")
                .reply(200, new Reply("The metrics").content("text/plain", text()))
                .problems(ProblemType.INTERNAL_ERROR)
                .guarded();
    }

    private static Operation document(String id, String summary) {
        return operation(id, summary)
                .parameter(Parameter.of("header", "If-None-Match", text(), "The `ETag` of what the caller has"))
                .reply(
                        200,
                        new Reply("The document").headers(Header.DOCUMENT_ETAG).json(object().put("type", "object")))
                .reply(304, new Reply("The caller has it").headers(Header.DOCUMENT_ETAG))
                .problems(ProblemType.INTERNAL_ERROR)
                .guarded();
    }

    private static Operation topology() {
        ObjectNode format = text().set("enum", strings(List.of("text", "mermaid")));
        return operation("getTopology", "Shows the Kafka Streams topology, as text or as a Mermaid diagram")
                .parameter(Parameter.of("query", "format", format, "Goes before what `Accept` says"))
                .reply(
                        200,
                        new Reply("The topology").content("text/plain", text()).content("text/vnd.mermaid", text()))
                .problems(ProblemType.INVALID_PARAMETER, ProblemType.INTERNAL_ERROR)
                .guarded();
    }

    private static Operation operation(String id, String summary) {
        return new Operation(id, TAG, summary);
    }

    private static ObjectNode text() {
        return object().put("type", "string");
    }
}
