package dev.annals.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.avro.AvroReader;
import dev.annals.avro.AvroWriter;
import dev.annals.avro.MalformedDataException;
import dev.annals.schema.InMemorySchemaRegistry;
import dev.annals.schema.MessageSchema;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.List;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

/** Whole messages, with their headers, held against Avro's own single-object encoding. */
class MessageSerdeTest {

    private static final Schema SCHEMA = SchemaBuilder.record("bank.Deposited")
            .fields()
            .requiredString("account")
            .requiredLong("amount")
            .endRecord();

    private static final Deposited DEPOSITED = new Deposited("a-1", Long.MIN_VALUE);

    private final MessageSerde<Deposited> serde = new MessageSerde<>(new Codec(), new InMemorySchemaRegistry());

    record Deposited(String account, long amount) {}

    /** As it would be generated. */
    private static final class Codec implements MessageCodec<Deposited> {

        @Override
        public String description() {
            return "the events of bank";
        }

        @Override
        public List<MessageSchema> schemas() {
            return List.of(new MessageSchema(
                    "bank.Deposited", 1, SchemaNormalization.parsingFingerprint64(SCHEMA), SCHEMA.toString()));
        }

        @Override
        public int write(AvroWriter out, Deposited message) {
            out.writeString(message.account());
            out.writeLong(message.amount());
            return 0;
        }

        @Override
        public Deposited read(int schema, AvroReader in) {
            return in.end(new Deposited(in.field(0).readString(), in.field(1).readLong()));
        }

        @Override
        public String typeName(Deposited message) {
            return "bank.Deposited";
        }
    }

    @Test
    void avrosOwnDecoderReadsAMessageOfOurs() throws IOException {
        GenericRecord found =
                new BinaryMessageDecoder<GenericRecord>(GenericData.get(), SCHEMA).decode(serde.write(DEPOSITED));

        assertThat(found.get("account").toString()).isEqualTo(DEPOSITED.account());
        assertThat(found.get("amount")).isEqualTo(DEPOSITED.amount());
    }

    @Test
    void aMessageOfAvrosOwnEncoderIsRead() throws IOException {
        GenericRecord written = new GenericRecordBuilder(SCHEMA)
                .set("account", DEPOSITED.account())
                .set("amount", DEPOSITED.amount())
                .build();
        ByteBuffer encoded = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), SCHEMA).encode(written);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);

        assertThat(serde.read(bytes)).isEqualTo(DEPOSITED);
    }

    @Test
    void everyShorterMessageIsMalformed() {
        byte[] message = serde.write(DEPOSITED);

        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThatExceptionOfType(MalformedDataException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> serde.read(cut));
        }
    }

    @Test
    void aLongerMessageIsMalformed() {
        byte[] message = serde.write(DEPOSITED);

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> serde.read(Arrays.copyOf(message, message.length + 1)))
                .withMessageContaining("1 bytes after the end of the message");
    }
}
