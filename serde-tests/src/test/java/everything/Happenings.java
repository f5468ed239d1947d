package everything;

import dev.annals.schema.Framing;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.schema.SchemaRegistry;
import dev.annals.serde.MessageSerde;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;

/** The generated serde of the events, and their published schemas. */
final class Happenings {

    static final MessageSerde<Happening> SERDE =
            new MessageSerde<>(new ArchiveEventCodec(), new InMemorySchemaRegistry());

    /** The same with the other framing. */
    static final MessageSerde<Happening> CONFLUENT = new MessageSerde<>(new ArchiveEventCodec(), confluent());

    private Happenings() {}

    /** Whether two events are equal; arrays, which are not, by what they hold. */
    static boolean areEqual(Happening one, Happening other) {
        if (one instanceof Happening.SeenBytes bytes && other instanceof Happening.SeenBytes others) {
            return Arrays.equals(bytes.bytes(), others.bytes());
        }
        return one.equals(other);
    }

    /** The schema of an event as other programs find it. */
    static Schema published(Class<?> event) {
        String name = "/META-INF/annals/" + event.getCanonicalName() + ".avsc";
        try (InputStream file = Happenings.class.getResourceAsStream(name)) {
            if (file == null) {
                throw new IllegalStateException("Not on the class path: " + name);
            }
            return new Schema.Parser().parse(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static SchemaRegistry confluent() {
        InMemorySchemaRegistry schemas = new InMemorySchemaRegistry();
        return new SchemaRegistry() {
            @Override
            public Framing framing() {
                return Framing.CONFLUENT;
            }

            @Override
            public List<Long> register(List<MessageSchema> added) {
                schemas.register(added);
                return added.stream()
                        .map(schema -> schema.fingerprint() & Integer.MAX_VALUE)
                        .toList();
            }

            @Override
            public String schema(long id) {
                return schemas.schema(id);
            }

            @Override
            public void close() {
                schemas.close();
            }
        };
    }
}
