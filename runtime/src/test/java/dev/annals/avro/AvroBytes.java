package dev.annals.avro;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Consumer;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** The same values in bytes of ours and in bytes of Avro's own library. */
final class AvroBytes {

    private AvroBytes() {}

    @FunctionalInterface
    interface Encoding {
        void write(BinaryEncoder out) throws IOException;
    }

    static byte[] ours(Consumer<AvroWriter> writing) {
        AvroWriter out = new AvroWriter();
        writing.accept(out);
        return out.toByteArray();
    }

    static byte[] avros(Encoding encoding) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        BinaryEncoder out = EncoderFactory.get().binaryEncoder(bytes, null);
        try {
            encoding.write(out);
            out.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static AvroReader read(byte[] bytes) {
        return new AvroReader(bytes, 0);
    }

    static BinaryDecoder avrosDecoder(byte[] bytes) {
        return DecoderFactory.get().binaryDecoder(bytes, null);
    }
}
