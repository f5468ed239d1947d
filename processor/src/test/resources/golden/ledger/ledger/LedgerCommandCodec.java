package ledger;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.schema.MessageSchema;
import dev.annals.serde.MessageCodec;
import java.util.List;
import javax.annotation.processing.Generated;
import org.jspecify.annotations.Nullable;

/** Writes and reads the commands of ledger in Avro's encoding: each with its schema, which stands here. */
@Generated("dev.annals.processor.AnnalsProcessor")
final class LedgerCommandCodec implements MessageCodec<Request> {

    private static final MessageSchema BOOK = new MessageSchema(
            "ledger.Request.Book",
            1,
            0xb8e684202122f491L,
            """
            {
              "type" : "record",
              "name" : "Book",
              "namespace" : "ledger.Request",
              "fields" : [
                {
                  "name" : "ledger",
                  "type" : "string"
                },
                {
                  "name" : "cents",
                  "type" : "long"
                }
              ]
            }
            """);

    @Override
    public String description() {
        return "the commands of ledger";
    }

    @Override
    public List<MessageSchema> schemas() {
        return List.of(BOOK);
    }

    @Override
    public int write(AvroWriter out, Request message) {
        if (message instanceof Request.Book book) {
            writeBook(out, book);
            return 0;
        }
        throw new IllegalArgumentException("Not one of the commands of ledger: " + message);
    }

    @Override
    public Request read(int schema, AvroReader in) {
        return switch (schema) {
            case 0 -> in.end(readBook(in));
            default -> throw new IllegalArgumentException("No schema of the commands of ledger: " + schema);
        };
    }

    @Override
    public String typeName(Request message) {
        if (message instanceof Request.Book) {
            return BOOK.name();
        }
        if (message instanceof Request.Other unknown) {
            return unknown.name();
        }
        throw new IllegalArgumentException("Not one of the commands of ledger: " + message);
    }

    @Override
    public Request unknown(long fingerprint, String name, byte[] bytes) {
        return new Request.Other(fingerprint, name, bytes);
    }

    @Override
    public byte @Nullable [] unknownBytes(Request message) {
        return message instanceof Request.Other unknown ? unknown.bytes() : null;
    }

    private static void writeBook(AvroWriter out, Request.Book book) {
        out.writeString(book.ledger());
        out.writeLong(book.cents());
    }

    private static Request.Book readBook(AvroReader in) {
        return new Request.Book(in.field(0).readString(), in.field(1).readLong());
    }
}
