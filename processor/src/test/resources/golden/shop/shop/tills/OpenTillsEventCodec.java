package shop.tills;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the events of shop.open-tills in Avro's encoding: each with its schema, which stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OpenTillsEventCodec implements MessageCodec<Till.Event> {

    private static final MessageSchema PACKAGED = new MessageSchema(
            "shop.tills.Till.Event.Packaged",
            1,
            0x182a12a4c5bbebfaL,
            """
            {
              "type" : "record",
              "name" : "Packaged",
              "namespace" : "shop.tills.Till.Event",
              "doc" : "It is there.",
              "fields" : [ ]
            }
            """);

    private static final MessageSchema DEFAULTED = new MessageSchema(
            "shop.tills.Till.Event.Defaulted",
            1,
            0x5ea8d9ef7212d2ddL,
            """
            {
              "type" : "record",
              "name" : "Defaulted",
              "namespace" : "shop.tills.Till.Event",
              "doc" : "It is on.",
              "fields" : [
                {
                  "name" : "number",
                  "type" : {
                    "type" : "enum",
                    "name" : "Number",
                    "namespace" : "shop.tills.Till",
                    "doc" : "The tills that there are.",
                    "symbols" : [
                      "FIRST",
                      "SECOND"
                    ]
                  }
                }
              ]
            }
            """);

    @Override
    public String description() {
        return "the events of shop.open-tills";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(PACKAGED, DEFAULTED);
    }

    @Override
    public int write(AvroWriter out, Till.Event message) {
        if (message instanceof Till.Event.Packaged packaged) {
            writePackaged(out, packaged);
            return 0;
        }
        if (message instanceof Till.Event.Defaulted defaulted) {
            writeDefaulted(out, defaulted);
            return 1;
        }
        throw new IllegalArgumentException("Not one of the events of shop.open-tills: " + message);
    }

    @Override
    public Till.Event read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readPackaged(in));
            case 1 -> in.end(readDefaulted(in));
            default -> throw new IllegalArgumentException("No schema of the events of shop.open-tills: " + schema);
        };
    }

    @Override
    public String typeName(Till.Event message) {
        if (message instanceof Till.Event.Packaged) {
            return PACKAGED.name();
        }
        if (message instanceof Till.Event.Defaulted) {
            return DEFAULTED.name();
        }
        throw new IllegalArgumentException("Not one of the events of shop.open-tills: " + message);
    }

    private static void writePackaged(AvroWriter out, Till.Event.Packaged packaged) {}

    private static Till.Event.Packaged readPackaged(AvroReader in) {
        return new Till.Event.Packaged();
    }

    private static void writeDefaulted(AvroWriter out, Till.Event.Defaulted defaulted) {
        out.writeEnum(defaulted.number());
    }

    private static Till.Event.Defaulted readDefaulted(AvroReader in) {
        return new Till.Event.Defaulted(OpenTillsValueCodec.readNumber(in.field(0)));
    }
}
