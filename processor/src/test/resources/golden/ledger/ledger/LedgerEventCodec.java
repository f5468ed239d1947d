package ledger;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Writes and reads the events of ledger in Avro's encoding: each with its schema, which stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerEventCodec implements MessageCodec<Entry> {

    private static final MessageSchema BOOKED = new MessageSchema(
            "ledger.Entry.Booked",
            3,
            0x330665ff7bac6170L,
            """
            {
              "type" : "record",
              "name" : "Booked",
              "namespace" : "ledger.Entry",
              "fields" : [
                {
                  "name" : "text",
                  "type" : "string"
                },
                {
                  "name" : "cents",
                  "type" : "long"
                }
              ],
              "annals.version" : 3
            }
            """);

    private static final MessageSchema CLOSED = new MessageSchema(
            "ledger.Entry.Closed",
            1,
            0x1da469eda3aa0447L,
            """
            {
              "type" : "record",
              "name" : "Closed",
              "namespace" : "ledger.Entry",
              "fields" : [
                {
                  "name" : "reason",
                  "type" : "string"
                }
              ]
            }
            """);

    private static final MessageSchema BOOKED_V1 = new MessageSchema(
            "ledger.Entry.Booked",
            1,
            0x05f434c743984645L,
            """
            {
              "type" : "record",
              "name" : "Booked",
              "namespace" : "ledger.Entry",
              "doc" : "Once there were only whole euros, and then a currency that was always the same.",
              "fields" : [
                {
                  "name" : "euros",
                  "type" : "long"
                }
              ]
            }
            """);

    private static final MessageSchema BOOKED_IN_CURRENCY = new MessageSchema(
            "ledger.Entry.Booked",
            2,
            0x9e3fd056587b30f5L,
            """
            {
              "type" : "record",
              "name" : "Booked",
              "namespace" : "ledger.Entry",
              "doc" : "A booking as it was written in the years of the second version.",
              "fields" : [
                {
                  "name" : "cents",
                  "type" : "long"
                },
                {
                  "name" : "currency",
                  "type" : "string"
                }
              ],
              "annals.version" : 2
            }
            """);

    @Override
    public String description() {
        return "the events of ledger";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(BOOKED, CLOSED);
    }

    @Override
    public List<MessageSchema> formerSchemas() {
        return List.of(BOOKED_V1, BOOKED_IN_CURRENCY);
    }

    @Override
    public int write(AvroWriter out, Entry message) {
        if (message instanceof Entry.Booked booked) {
            writeBooked(out, booked);
            return 0;
        }
        if (message instanceof Entry.Closed closed) {
            writeClosed(out, closed);
            return 1;
        }
        throw new IllegalArgumentException("Not one of the events of ledger: " + message);
    }

    @Override
    public Entry read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readBooked(in));
            case 1 -> in.end(readClosed(in));
            case 2 -> Entry.Booked.upcast(Entry.Booked.upcast(in.end(readBookedV1(in))));
            case 3 -> Entry.Booked.upcast(in.end(readBookedInCurrency(in)));
            default -> throw new IllegalArgumentException("No schema of the events of ledger: " + schema);
        };
    }

    @Override
    public String typeName(Entry message) {
        if (message instanceof Entry.Booked) {
            return BOOKED.name();
        }
        if (message instanceof Entry.Closed) {
            return CLOSED.name();
        }
        if (message instanceof Entry.Unrecognized unknown) {
            return unknown.name();
        }
        throw new IllegalArgumentException("Not one of the events of ledger: " + message);
    }

    @Override
    public Entry unknown(long fingerprint, String name, byte[] bytes) {
        return new Entry.Unrecognized(fingerprint, name, bytes);
    }

    @Override
    public byte @Nullable [] unknownBytes(Entry message) {
        return message instanceof Entry.Unrecognized unknown ? unknown.bytes() : null;
    }

    private static void writeBooked(AvroWriter out, Entry.Booked booked) {
        out.writeString(booked.text());
        out.writeLong(booked.cents());
    }

    private static Entry.Booked readBooked(AvroReader in) {
        return new Entry.Booked(in.field(0).readString(), in.field(1).readLong());
    }

    private static void writeClosed(AvroWriter out, Entry.Closed closed) {
        out.writeString(closed.reason());
    }

    private static Entry.Closed readClosed(AvroReader in) {
        return new Entry.Closed(in.field(0).readString());
    }

    private static Entry.Booked.V1 readBookedV1(AvroReader in) {
        return new Entry.Booked.V1(in.field(0).readLong());
    }

    private static BookedInCurrency readBookedInCurrency(AvroReader in) {
        return new BookedInCurrency(in.field(0).readLong(), in.field(1).readString());
    }
}
