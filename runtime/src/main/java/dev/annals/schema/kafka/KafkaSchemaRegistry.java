package dev.annals.schema.kafka;

import dev.annals.schema.Framing;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaMeaning;
import dev.annals.schema.SchemaRegistry;
import dev.annals.schema.SchemaRegistryException;
import dev.annals.schema.UnknownIds;
import dev.annals.schema.UnknownSchemaException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Keeps schemas in a topic of one partition, in the format of <a href="https://github.com/davideicardi/kaa">Kaa</a>: the
 * fingerprint is the key, the schema's JSON the value. Whoever reads the topic from its start knows them all, so every
 * instance does, and goes on reading. Safe for use by several threads.
 */
public final class KafkaSchemaRegistry implements SchemaRegistry {

    private static final Duration ARRIVAL = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final Duration UNKNOWN_RETENTION = Duration.ofSeconds(30);
    private static final int FLOOD = 5;
    private static final int IMPATIENCE = 100;

    private final Settings settings;
    private final SchemaCache cache = new SchemaCache();
    private final UnknownIds unknown = new UnknownIds(UNKNOWN_RETENTION, InstantSource.system());
    private final SchemaReader reader;
    private final SchemaWriter writer;

    private KafkaSchemaRegistry(Settings settings) {
        this.settings = settings;
        this.reader = new SchemaReader(
                new KafkaConsumer<>(settings.consumer(), new ByteArrayDeserializer(), new ByteArrayDeserializer()),
                settings.topic(),
                cache);
        this.writer = new SchemaWriter(settings.producer(), settings.topic());
    }

    /**
     * What a registry works with.
     *
     * @param topic that holds the schemas
     * @param replicationFactor of the topic where it is created, or -1 for the broker's default
     * @param lookupTimeout how long a look-up waits for a schema that is not there
     * @param admin settings of the Kafka client that creates the topic
     * @param consumer settings of the Kafka client that reads it
     * @param producer settings of the Kafka client that writes to it
     */
    public record Settings(
            String topic,
            short replicationFactor,
            Duration lookupTimeout,
            Map<String, Object> admin,
            Map<String, Object> consumer,
            Map<String, Object> producer) {}

    /**
     * Creates the topic where it is missing, and returns when all that it holds has been read.
     *
     * @throws SchemaRegistryException when the topic cannot be read, or does not fit
     * @throws org.apache.kafka.common.KafkaException when a setting of the clients is wrong
     */
    public static KafkaSchemaRegistry start(Settings settings) {
        try (Admin admin = Admin.create(settings.admin())) {
            new SchemaTopic(admin, settings.topic()).ensure(settings.replicationFactor());
        }
        KafkaSchemaRegistry registry = new KafkaSchemaRegistry(settings);
        try {
            registry.reader.start();
            return registry;
        } catch (Throwable e) {
            registry.close();
            throw e;
        }
    }

    @Override
    public Framing framing() {
        return Framing.SINGLE_OBJECT;
    }

    @Override
    public List<Long> register(List<MessageSchema> schemas) {
        Map<Long, String> missing = new LinkedHashMap<>();
        for (MessageSchema schema : schemas) {
            String known = cache.get(schema.fingerprint());
            String first = known == null ? missing.putIfAbsent(schema.fingerprint(), schema.json()) : known;
            if (first != null) {
                SchemaMeaning.requireSame(first, schema, where());
            }
        }
        if (!missing.isEmpty()) {
            writer.write(missing);
            schemas.forEach(this::requireFirst);
        }
        return schemas.stream().map(MessageSchema::fingerprint).toList();
    }

    @Override
    public String schema(long id) {
        String known = cache.get(id);
        if (known == null && !unknown.contains(id)) {
            known = find(id);
        }
        if (known == null) {
            throw new UnknownSchemaException("There is no schema with fingerprint %016x in %s".formatted(id, where()));
        }
        return known;
    }

    @Override
    public void close() {
        reader.close();
        writer.close();
    }

    /** Another instance may have been faster, with a schema that means something else. */
    private void requireFirst(MessageSchema schema) {
        String first = await(schema.fingerprint(), ARRIVAL);
        if (first == null) {
            throw new SchemaRegistryException("The schema of %s was written to %s, and did not come back within %s"
                    .formatted(schema.name(), where(), ARRIVAL));
        }
        try {
            SchemaMeaning.requireSame(first, schema, where());
        } catch (SchemaRegistryException e) {
            // Compaction keeps the last one of a key: that has to be the one that counts.
            writer.write(Map.of(schema.fingerprint(), first));
            throw e;
        }
    }

    /** There is none only where all has been read that was there when it was asked for. */
    private @Nullable String find(long id) {
        long now = System.nanoTime();
        reader.look(now);
        String found = await(id, patience());
        if (found == null) {
            requireReadUntil(now);
            found = cache.get(id);
            if (found == null) {
                unknown.add(id);
            }
        }
        return found;
    }

    private void requireReadUntil(long time) {
        try {
            if (!cache.awaitReadUntil(time, LOOK)) {
                throw new SchemaRegistryException("The schemas in %s cannot be read at present".formatted(where()));
            }
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    /** A flood of unknown ids must not hold up a stream thread for long at each of them. */
    private Duration patience() {
        Duration timeout = settings.lookupTimeout();
        return unknown.size() < FLOOD ? timeout : timeout.dividedBy(IMPATIENCE);
    }

    private @Nullable String await(long id, Duration patience) {
        try {
            return cache.await(id, patience);
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private SchemaRegistryException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SchemaRegistryException("Interrupted while waiting for a schema from " + where(), e);
    }

    private String where() {
        return "topic " + settings.topic();
    }
}
