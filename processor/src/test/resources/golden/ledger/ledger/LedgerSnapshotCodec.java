package ledger;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the snapshots of ledger in Avro's encoding: each with its schema, which stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerSnapshotCodec implements MessageCodec<Ledger> {

    private static final MessageSchema LEDGER = new MessageSchema(
            "ledger.Ledger",
            2,
            0x1dff4e5dd93cdd51L,
            """
            {
              "type" : "record",
              "name" : "Ledger",
              "namespace" : "ledger",
              "doc" : "A ledger: all that was booked, summed up.",
              "fields" : [
                {
                  "name" : "cents",
                  "type" : "long"
                }
              ],
              "annals.version" : 2
            }
            """);

    private static final MessageSchema LEDGER_EUROS = new MessageSchema(
            "ledger.Ledger",
            1,
            0x686514a9aabb630fL,
            """
            {
              "type" : "record",
              "name" : "Ledger",
              "namespace" : "ledger",
              "fields" : [
                {
                  "name" : "euros",
                  "type" : "long"
                }
              ]
            }
            """);

    @Override
    public String description() {
        return "the snapshots of ledger";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(LEDGER);
    }

    @Override
    public List<MessageSchema> formerSchemas() {
        return List.of(LEDGER_EUROS);
    }

    @Override
    public int write(AvroWriter out, Ledger message) {
        writeLedger(out, message);
        return 0;
    }

    @Override
    public Ledger read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readLedger(in));
            case 1 -> Ledger.upcast(in.end(readLedgerEuros(in)));
            default -> throw new IllegalArgumentException("No schema of the snapshots of ledger: " + schema);
        };
    }

    @Override
    public String typeName(Ledger message) {
        return LEDGER.name();
    }

    private static void writeLedger(AvroWriter out, Ledger ledger) {
        out.writeLong(ledger.cents());
    }

    private static Ledger readLedger(AvroReader in) {
        return new Ledger(in.field(0).readLong());
    }

    private static Ledger.Euros readLedgerEuros(AvroReader in) {
        return new Ledger.Euros(in.field(0).readLong());
    }
}
