package shop.tills;

import dev.annals.serde.AvroReader;
import dev.annals.serde.AvroWriter;
import dev.annals.serde.MessageSchema;
import dev.annals.serde.MessageSerde;
import dev.annals.serde.SingleObject;
import java.util.List;
import javax.annotation.processing.Generated;

/** Writes and reads the events of shop.open-tills as Avro single objects: each with the schema that stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class OpenTillsEventSerde implements MessageSerde<Till.Event> {

    private static final MessageSchema PACKAGED = new MessageSchema(
            "shop.tills.Till.Event.Packaged",
            0x182a12a4c5bbebfaL,
            """
            {
              "type" : "record",
              "name" : "Packaged",
              "namespace" : "shop.tills.Till.Event",
              "fields" : [ ]
            }
            """);

    private static final MessageSchema DEFAULTED = new MessageSchema(
            "shop.tills.Till.Event.Defaulted",
            0x5ea8d9ef7212d2ddL,
            """
            {
              "type" : "record",
              "name" : "Defaulted",
              "namespace" : "shop.tills.Till.Event",
              "fields" : [
                {
                  "name" : "number",
                  "type" : {
                    "type" : "enum",
                    "name" : "Number",
                    "namespace" : "shop.tills.Till",
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
    public byte[] write(Till.Event message) {
        if (message instanceof Till.Event.Packaged packaged) {
            AvroWriter out = SingleObject.start(PACKAGED.fingerprint());
            writePackaged(out, packaged);
            return out.toByteArray();
        }
        if (message instanceof Till.Event.Defaulted defaulted) {
            AvroWriter out = SingleObject.start(DEFAULTED.fingerprint());
            writeDefaulted(out, defaulted);
            return out.toByteArray();
        }
        throw new IllegalArgumentException("Not one of the events of shop.open-tills: " + message);
    }

    @Override
    public Till.Event read(byte[] bytes) {
        long fingerprint = SingleObject.fingerprint(bytes);
        AvroReader in = SingleObject.body(bytes);
        if (fingerprint == PACKAGED.fingerprint()) {
            return in.end(readPackaged(in));
        }
        if (fingerprint == DEFAULTED.fingerprint()) {
            return in.end(readDefaulted(in));
        }
        throw SingleObject.unknown(fingerprint, "the events of shop.open-tills");
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

    @Override
    public List<MessageSchema> schemas() {
        return List.of(PACKAGED, DEFAULTED);
    }

    private static void writePackaged(AvroWriter out, Till.Event.Packaged packaged) {}

    private static Till.Event.Packaged readPackaged(AvroReader in) {
        return new Till.Event.Packaged();
    }

    private static void writeDefaulted(AvroWriter out, Till.Event.Defaulted defaulted) {
        out.writeEnum(defaulted.number());
    }

    private static Till.Event.Defaulted readDefaulted(AvroReader in) {
        return new Till.Event.Defaulted(OpenTillsValueSerde.readNumber(in));
    }
}
