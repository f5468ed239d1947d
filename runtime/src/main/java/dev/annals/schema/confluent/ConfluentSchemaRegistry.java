package dev.annals.schema.confluent;

import dev.annals.schema.Framing;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaMeaning;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.UnknownIds;
import dev.annals.schema.UnknownSchemaException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps schemas in a registry with Confluent's REST API, which gives each an id; its subject is the full name of the record.
 * What was registered or looked up once is not asked for again. Safe for use by several threads.
 */
public final class ConfluentSchemaRegistry implements SchemaRegistry {

    private static final Duration UNKNOWN_RETENTION = Duration.ofSeconds(5);

    private final ConfluentApi api;
    private final Map<MessageSchema, Integer> ids = new ConcurrentHashMap<>();
    private final Map<Long, String> schemas = new ConcurrentHashMap<>();
    private final UnknownIds unknown = new UnknownIds(UNKNOWN_RETENTION, InstantSource.system());

    /**
     * A registry that has asked for nothing yet.
     *
     * @throws SchemaRegistryException when a key store of the settings cannot be read
     */
    public ConfluentSchemaRegistry(ConfluentSettings settings) {
        this.api = new ConfluentApi(settings);
    }

    @Override
    public Framing framing() {
        return Framing.CONFLUENT;
    }

    @Override
    public List<Long> register(List<MessageSchema> added) {
        return added.stream().map(schema -> (long) id(schema)).toList();
    }

    @Override
    public String schema(long id) {
        String known = schemas.get(id);
        if (known != null) {
            return known;
        }
        Optional<String> found = unknown.contains(id) ? Optional.empty() : api.schema(id);
        if (found.isEmpty()) {
            unknown.add(id);
            throw new UnknownSchemaException(
                    "There is no schema with the id %d in the registry at %s".formatted(id, api.url()));
        }
        schemas.put(id, found.get());
        return found.get();
    }

    @Override
    public void close() {
        ids.clear();
        schemas.clear();
    }

    private int id(MessageSchema schema) {
        Integer known = ids.get(schema);
        if (known != null) {
            return known;
        }
        int id = api.register(schema);
        // A registry that goes by fingerprints, or leaves out what it does not know, may give the id of another
        // meaning.
        unknown.remove(id);
        SchemaMeaning.requireSame(schema(id), schema, "the registry at %s, as id %d,".formatted(api.url(), id));
        ids.put(schema, id);
        return id;
    }
}
