package dev.annals.processor.generate.asyncapi;

import static dev.annals.processor.generate.jsonschema.JsonDocument.object;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.annals.processor.generate.GeneratedResource;
import dev.annals.processor.generate.jsonschema.JsonDocument;
import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Service;
import dev.annals.processor.model.View;

/** Generates the AsyncAPI document of a service: a function of its model alone. */
public final class AsyncApiDocument {

    private static final String VERSION = "3.0.0";

    private static final String DESCRIPTION = """
            The topics of the service `%s`. Values are Avro binary with the single-object header: `C3 01`, then the schema's \
            CRC-64-AVRO fingerprint in 8 bytes, little endian, which stands beside each message here. Schemas, those of former \
            versions among them, are in the topic `schemas-v1`. (Where the service is configured for a Confluent registry, a value \
            starts with a zero byte and the registry's id in 4 bytes instead.)""";

    private final Service service;
    private final Channels channels = new Channels();

    private AsyncApiDocument(Service service) {
        this.service = service;
    }

    /** {@code META-INF/annals/bank/asyncapi.json}. */
    public static GeneratedResource generate(Service service) {
        return new GeneratedResource(
                "META-INF/annals/" + service.name() + "/asyncapi.json",
                JsonDocument.text(new AsyncApiDocument(service).build()),
                service.members().stream().map(MessageOwner::location).toList());
    }

    private ObjectNode build() {
        for (Aggregate aggregate : service.aggregates()) {
            new AggregateChannels(aggregate).addTo(channels);
        }
        for (View view : service.views()) {
            ViewChannel.addTo(channels, view);
        }
        for (Aggregate aggregate : service.aggregates()) {
            new AggregateChannels(aggregate).addDeadLettersTo(channels);
        }
        service.views().stream()
                .filter(View::isProjection)
                .forEach(view -> ViewChannel.addDeadLettersTo(channels, view));
        ObjectNode document = object().put("asyncapi", VERSION);
        ObjectNode info = document.putObject("info").put("title", service.name());
        document.put("defaultContentType", ChannelMessage.AVRO);
        document.set("channels", channels.channels());
        document.set("operations", channels.operations());
        info.put("version", JsonDocument.version(document)).put("description", DESCRIPTION.formatted(service.name()));
        return document;
    }
}
