package dev.annals.serde;

import dev.annals.evolution.ReaderSchemas;
import dev.annals.evolution.Reading;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistry;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How messages are read whose schema is not one that is written here: those of older and newer code. Found out once for each
 * schema. Safe for use by several threads.
 */
final class ForeignSchemas {

    /** Far more than a topic has; whoever can register as many shall not fill the memory with them. */
    private static final int MOST = 10_000;

    private final SchemaRegistry registry;
    private final List<MessageSchema> own;
    private final Map<Long, Reading> readings = new ConcurrentHashMap<>();
    private volatile @Nullable ReaderSchemas readers;

    ForeignSchemas(MessageCodec<?> codec, SchemaRegistry registry) {
        this.registry = registry;
        this.own = Stream.concat(codec.schemas().stream(), codec.formerSchemas().stream())
                .toList();
    }

    /**
     * How messages with this id are read.
     *
     * @throws dev.annals.schema.UnknownSchemaException when the registry does not know it
     * @throws dev.annals.schema.SchemaRegistryException when the registry cannot be reached
     */
    Reading reading(long id) {
        Reading known = readings.get(id);
        return known == null ? find(id) : known;
    }

    /** Two threads may look for one at the same time: better that than one that waits for another's. */
    private Reading find(long id) {
        Reading found = readers().reading(registry.schema(id));
        if (readings.size() < MOST) {
            readings.put(id, found);
        }
        return found;
    }

    /** Parsed when the first message of a foreign schema comes, as in most processes none ever does. */
    private ReaderSchemas readers() {
        ReaderSchemas parsed = readers;
        if (parsed == null) {
            parsed = new ReaderSchemas(own.stream().map(MessageSchema::json).toList());
            readers = parsed;
        }
        return parsed;
    }
}
