package dev.annals.benchmarks.serde;

import dev.annals.benchmarks.orders.OrderEvent;
import dev.annals.benchmarks.orders.OrderEvent.OrderPlaced;
import dev.annals.benchmarks.orders.OrderMessages;
import dev.annals.benchmarks.specific.SpecificOrderPlaced;
import dev.annals.schema.Framing;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageSerde;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaNormalization;

/** The ways to read events of an earlier version that are measured. */
public enum FormerReader {
    ANNALS("Annals") {
        @Override
        Contender contender(boolean nested) {
            InMemorySchemaRegistry registry = new InMemorySchemaRegistry();
            MessageSerde<OrderEvent> serde = OrderMessages.events(registry);
            FormerOrders former = new FormerOrders(placed(serde), nested);
            long fingerprint = SchemaNormalization.parsingFingerprint64(former.schema());
            registry.register(List.of(new MessageSchema(
                    former.schema().getFullName(),
                    1,
                    fingerprint,
                    former.schema().toString())));
            return new Contender() {
                @Override
                public byte[] encode(Object event) throws IOException {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    bytes.write(Framing.SINGLE_OBJECT.header(fingerprint));
                    bytes.write(former.body((OrderPlaced) event));
                    return bytes.toByteArray();
                }

                @Override
                public Object decode(byte[] bytes) {
                    return serde.read(bytes);
                }
            };
        }
    },
    SPECIFIC("Avro SpecificRecord, datum reader") {
        @Override
        Contender contender(boolean nested) {
            FormerOrders former = new FormerOrders(SpecificOrderPlaced.getClassSchema(), nested);
            Contender reader = new SpecificDatumContender(former.schema(), SpecificOrderPlaced.getClassSchema());
            return new Contender() {
                @Override
                public byte[] encode(Object event) throws IOException {
                    return former.body((OrderPlaced) event);
                }

                @Override
                public Object decode(byte[] bytes) throws IOException {
                    return reader.decode(bytes);
                }
            };
        }
    };

    private final String label;

    FormerReader(String label) {
        this.label = label;
    }

    /**
     * Writes as the earlier version did, and reads with today's.
     *
     * @param nested whether a nested record has changed, too
     */
    abstract Contender contender(boolean nested);

    /** What it is called in the table. */
    String label() {
        return label;
    }

    private static Schema placed(MessageSerde<OrderEvent> serde) {
        return serde.schemas().stream()
                .filter(schema -> schema.name().endsWith("OrderPlaced"))
                .map(schema -> new Schema.Parser().parse(schema.json()))
                .findFirst()
                .orElseThrow();
    }
}
