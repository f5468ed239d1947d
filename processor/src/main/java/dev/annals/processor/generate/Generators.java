package dev.annals.processor.generate;

import dev.annals.processor.model.Aggregate;
import dev.annals.processor.model.External;
import dev.annals.processor.model.Location;
import dev.annals.processor.model.Member;
import dev.annals.processor.model.MessageOwner;
import dev.annals.processor.model.Projection;
import dev.annals.processor.model.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All that is generated for a service: a list of its files. */
public final class Generators {

    private static final String SCHEMAS = "META-INF/annals/";

    private Generators() {}

    /** The sources of a service, its aggregates and its projections. */
    public static List<GeneratedSource> sources(Service service) {
        List<GeneratedSource> sources = new ArrayList<>();
        service.aggregates().forEach(aggregate -> addSources(aggregate, sources));
        service.projections().forEach(projection -> addSources(projection, sources));
        service.extensions()
                .forEach(extension ->
                        sources.add(new ExtensionGenerator(extension).generate(List.of(extension.location()))));
        service.reactions()
                .forEach(reaction ->
                        sources.add(new ReactionGenerator(reaction).generate(List.of(reaction.location()))));
        service.schedules()
                .forEach(schedule ->
                        sources.add(new ScheduleGenerator(schedule).generate(List.of(schedule.location()))));
        service.subscriptions()
                .forEach(subscription -> sources.add(
                        new SubscriptionGenerator(subscription).generate(List.of(subscription.location()))));
        List<Location> origins = service.all().stream().map(Member::location).toList();
        if (!service.aggregates().isEmpty()) {
            sources.add(new TopologyGenerator(service).generate(origins));
        }
        sources.add(new ServiceGenerator(service).generate(origins));
        if (service.dependencies().isEmpty()) {
            sources.add(MainGenerator.generate(service, origins));
        }
        return sources;
    }

    /** The Avro schemas of a service's messages, a file for each. */
    public static List<GeneratedResource> resources(Service service) {
        return service.members().stream()
                .flatMap(member -> schemas(member, messages(member)))
                .toList();
    }

    /** The sources by which events of another service are read, or commands for it written. */
    public static List<GeneratedSource> sources(External external) {
        List<Location> origins = List.of(external.location());
        List<GeneratedSource> sources = new ArrayList<>();
        sources.add(new ExternalGenerator(external).generate(origins));
        sources.add(new CodecGenerator(Messages.of(external)).generate(origins));
        if (!external.values().isEmpty()) {
            sources.add(new ValueCodecGenerator(external).generate(origins));
        }
        return sources;
    }

    private static void addSources(Aggregate aggregate, List<GeneratedSource> sources) {
        List<Location> origins = List.of(aggregate.location());
        sources.add(new AggregateGenerator(aggregate).generate(origins));
        messages(aggregate).forEach(messages -> sources.add(new CodecGenerator(messages).generate(origins)));
        JsonGenerators json = new JsonGenerators(aggregate);
        if (!aggregate.commands().offered().isEmpty()) {
            sources.add(json.commands(origins));
        }
        sources.add(json.events(origins));
        addRecordJson(aggregate, sources, origins);
        sources.add(new RoutesGenerator(aggregate).generate(origins));
        sources.add(ClientGenerator.generate(aggregate, origins));
    }

    private static void addSources(Projection projection, List<GeneratedSource> sources) {
        List<Location> origins = List.of(projection.location());
        sources.add(new ProjectionGenerator(projection).generate(origins));
        messages(projection).forEach(messages -> sources.add(new CodecGenerator(messages).generate(origins)));
        addRecordJson(projection, sources, origins);
        sources.add(new ProjectionRoutesGenerator(projection).generate(origins));
        sources.add(ClientGenerator.generate(projection, origins));
    }

    private static void addRecordJson(MessageOwner owner, List<GeneratedSource> sources, List<Location> origins) {
        RecordJsonGenerators json = new RecordJsonGenerators(owner);
        sources.add(json.snapshots(origins));
        if (!owner.values().isEmpty()) {
            sources.add(new ValueCodecGenerator(owner).generate(origins));
            sources.add(json.values(origins));
        }
    }

    private static Stream<GeneratedResource> schemas(MessageOwner owner, Stream<Messages> messages) {
        return messages.flatMap(each -> each.schemas().stream()).map(schema -> schema(owner, schema));
    }

    private static GeneratedResource schema(MessageOwner owner, SchemaVersion schema) {
        String path = SCHEMAS + schema.schema().getFullName() + ".avsc";
        return new GeneratedResource(path, schema.json(), List.of(owner.location()));
    }

    private static Stream<Messages> messages(MessageOwner owner) {
        Stream<Messages> snapshots = Stream.of(Messages.snapshots(owner));
        return owner instanceof Aggregate aggregate
                ? Stream.concat(Stream.of(Messages.commands(aggregate), Messages.events(aggregate)), snapshots)
                : snapshots;
    }
}
