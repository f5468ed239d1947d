package dev.annals.evolution;

import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.avro.AvroRuntimeException;
import org.apache.avro.NameValidator;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The schemas of the messages that are read in one place; chooses among them for a writer's. Immutable. */
public final class ReaderSchemas {

    private final List<Schema> schemas;

    /**
     * Schemas of records, each as JSON; of one name, with the version that it has in {@code annals.version}.
     *
     * @throws AvroRuntimeException when one of them is no schema
     */
    public ReaderSchemas(List<String> schemas) {
        this.schemas =
                schemas.stream().map(json -> new Schema.Parser().parse(json)).toList();
    }

    /** How messages of a writer's schema are read. */
    public Reading reading(String writer) {
        try {
            // What a writer may be named, and which defaults it has, is no concern of a reader's.
            return reading(new Schema.Parser(NameValidator.NO_VALIDATION)
                    .setValidateDefaults(false)
                    .parse(writer));
        } catch (AvroRuntimeException e) {
            return new Reading.Refused("an unknown name", "what is registered is no Avro schema: " + e.getMessage());
        }
    }

    private Reading reading(Schema writer) {
        String name = writer.getFullName();
        if (writer.getType() != Schema.Type.RECORD
                || of(schema -> Names.match(writer, schema)).isEmpty()) {
            return unknown(writer);
        }
        int version = SchemaProperties.version(writer);
        List<Integer> places = of(schema -> isOf(name, version, schema));
        if (places.isEmpty()) {
            places = of(schema -> Names.match(writer, schema) && SchemaProperties.version(schema) == version);
        }
        return places.isEmpty() ? otherVersion(writer, version) : known(writer, places.get(0));
    }

    private static Reading unknown(Schema writer) {
        return new Reading.Unknown(writer.getFullName(), SchemaNormalization.parsingFingerprint64(writer));
    }

    private static boolean isOf(String name, int version, Schema schema) {
        return schema.getFullName().equals(name) && SchemaProperties.version(schema) == version;
    }

    /** What a later version means is not known here; what an earlier one meant should be. */
    private Reading otherVersion(Schema writer, int version) {
        List<Integer> versions = of(schema -> Names.match(writer, schema)).stream()
                .map(place -> SchemaProperties.version(schemas.get(place)))
                .sorted()
                .toList();
        if (version > versions.get(versions.size() - 1)) {
            return unknown(writer);
        }
        return new Reading.Refused(
                writer.getFullName(),
                "it is of version %d, and of versions %s only can it be read".formatted(version, versions));
    }

    private Reading known(Schema writer, int place) {
        Resolution resolution = Resolution.of(writer, schemas.get(place));
        if (resolution.isReadable()) {
            return new Reading.Known(place, resolution.plan());
        }
        String reason = resolution.incompatibilities().stream()
                .filter(found -> !found.kind().isOfSomeValues())
                .map(Incompatibility::message)
                .collect(Collectors.joining("; "));
        return new Reading.Refused(writer.getFullName(), reason);
    }

    private List<Integer> of(Predicate<Schema> wanted) {
        return IntStream.range(0, schemas.size())
                .filter(place -> wanted.test(schemas.get(place)))
                .boxed()
                .toList();
    }
}
