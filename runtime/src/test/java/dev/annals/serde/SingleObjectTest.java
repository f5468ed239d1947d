package dev.annals.serde;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import org.apache.avro.Schema;
import org.apache.avro.SchemaBuilder;
import org.apache.avro.SchemaNormalization;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.avro.generic.GenericRecordBuilder;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.junit.jupiter.api.Test;

class SingleObjectTest {

    private static final Schema SCHEMA = SchemaBuilder.record("bank.Deposited")
            .fields()
            .requiredString("account")
            .requiredLong("amount")
            .endRecord();

    private static final long FINGERPRINT = SchemaNormalization.parsingFingerprint64(SCHEMA);

    @Test
    void avrosOwnDecoderReadsAMessageOfOurs() throws IOException {
        AvroWriter out = SingleObject.start(FINGERPRINT);
        out.writeString("a-1");
        out.writeLong(Long.MIN_VALUE);

        GenericRecord found =
                new BinaryMessageDecoder<GenericRecord>(GenericData.get(), SCHEMA).decode(out.toByteArray());

        assertThat(found.get("account").toString()).isEqualTo("a-1");
        assertThat(found.get("amount")).isEqualTo(Long.MIN_VALUE);
    }

    @Test
    void aMessageOfAvrosOwnEncoderIsRead() throws IOException {
        GenericRecord written = new GenericRecordBuilder(SCHEMA)
                .set("account", "a-1")
                .set("amount", 42L)
                .build();
        ByteBuffer encoded = new BinaryMessageEncoder<GenericRecord>(GenericData.get(), SCHEMA).encode(written);
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);

        assertThat(SingleObject.fingerprint(bytes)).isEqualTo(FINGERPRINT);
        AvroReader in = SingleObject.body(bytes);
        assertThat(in.readString()).isEqualTo("a-1");
        assertThat(in.end(in.readLong())).isEqualTo(42);
    }

    @Test
    void everyShorterMessageIsMalformed() {
        AvroWriter out = SingleObject.start(FINGERPRINT);
        out.writeString("a-1");
        out.writeLong(42);
        byte[] message = out.toByteArray();

        for (int length = 0; length < message.length; length++) {
            byte[] cut = Arrays.copyOf(message, length);
            assertThatExceptionOfType(MalformedDataException.class)
                    .as("%d bytes", length)
                    .isThrownBy(() -> read(cut));
        }
    }

    @Test
    void aLongerMessageIsMalformed() {
        AvroWriter out = SingleObject.start(FINGERPRINT);
        out.writeString("a-1");
        out.writeLong(42);
        byte[] message = out.toByteArray();

        assertThatExceptionOfType(MalformedDataException.class)
                .isThrownBy(() -> read(Arrays.copyOf(message, message.length + 1)))
                .withMessageContaining("1 bytes after the end of the message");
    }

    @Test
    void anotherHeaderIsMalformed() {
        byte[] marker = new byte[20];
        byte[] version = new byte[20];
        version[0] = (byte) 0xC3;
        version[1] = 2;

        assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> SingleObject.fingerprint(marker));
        assertThatExceptionOfType(MalformedDataException.class).isThrownBy(() -> SingleObject.fingerprint(version));
    }

    @Test
    void unknownFingerprintIsNamedInFull() {
        assertThat(SingleObject.unknown(0xABL, "the events of accounts"))
                .hasMessage("The Avro schema with fingerprint 00000000000000ab is not one of the events of accounts");
    }

    /** As generated code does. */
    private static String read(byte[] message) {
        assertThat(SingleObject.fingerprint(message)).isEqualTo(FINGERPRINT);
        AvroReader in = SingleObject.body(message);
        return in.end(in.readString() + in.readLong());
    }
}
