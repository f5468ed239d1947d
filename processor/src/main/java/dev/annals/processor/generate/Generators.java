package dev.annals.processor.generate;

import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that is generated for a service: a list of its files. */
public final class Generators {

    private static final String SCHEMAS = "META-INF/annals/";

    private Generators() {}

    /** The sources of a service and its aggregates. */
    public static List<GeneratedSource> sources(Service service) {
        List<GeneratedSource> sources = new ArrayList<>();
        service.aggregates().forEach(aggregate -> addSources(aggregate, sources));
        List<Location> origins =
                service.aggregates().stream().map(Aggregate::location).toList();
        sources.add(new TopologyGenerator(service).generate(origins));
        sources.add(new ServiceGenerator(service).generate(origins));
        sources.add(MainGenerator.generate(service, origins));
        return sources;
    }

    /** The Avro schemas of a service's messages, a file for each. */
    public static List<GeneratedResource> resources(Service service) {
        return service.aggregates().stream().flatMap(Generators::schemas).toList();
    }

    private static void addSources(Aggregate aggregate, List<GeneratedSource> sources) {
        List<Location> origins = List.of(aggregate.location());
        sources.add(new AggregateGenerator(aggregate).generate(origins));
        messages(aggregate).forEach(messages -> sources.add(new CodecGenerator(messages).generate(origins)));
        JsonGenerators json = new JsonGenerators(aggregate);
        sources.add(json.commands(origins));
        sources.add(json.events(origins));
        sources.add(json.snapshots(origins));
        if (!aggregate.values().isEmpty()) {
            sources.add(new ValueCodecGenerator(aggregate).generate(origins));
            sources.add(json.values(origins));
        }
        sources.add(new RoutesGenerator(aggregate).generate(origins));
    }

    private static Stream<GeneratedResource> schemas(Aggregate aggregate) {
        return messages(aggregate)
                .flatMap(messages -> messages.schemas().stream())
                .map(schema -> schema(aggregate, schema));
    }

    private static GeneratedResource schema(Aggregate aggregate, SchemaVersion schema) {
        String path = SCHEMAS + schema.schema().getFullName() + ".avsc";
        return new GeneratedResource(path, schema.json(), List.of(aggregate.location()));
    }

    private static Stream<Messages> messages(Aggregate aggregate) {
        return Stream.of(Messages.commands(aggregate), Messages.events(aggregate), Messages.snapshots(aggregate));
    }
}
