package dev.annals.schema;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Keeps schemas by fingerprint as long as the process lives: for tests. */
public final class InMemorySchemaRegistry implements SchemaRegistry {

    private final Map<Long, String> schemas = new ConcurrentHashMap<>();

    @Override
    public Framing framing() {
        return Framing.SINGLE_OBJECT;
    }

    @Override
    public List<Long> register(List<MessageSchema> added) {
        for (MessageSchema schema : added) {
            String known = schemas.putIfAbsent(schema.fingerprint(), schema.json());
            if (known != null) {
                SchemaMeaning.requireSame(known, schema, "the registry in memory");
            }
        }
        return added.stream().map(MessageSchema::fingerprint).toList();
    }

    @Override
    public String schema(long id) {
        String schema = schemas.get(id);
        if (schema == null) {
            throw new UnknownSchemaException("There is no schema with fingerprint %016x".formatted(id));
        }
        return schema;
    }

    @Override
    public void close() {
        schemas.clear();
    }
}
