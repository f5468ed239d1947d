package everything;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericDatumReader;
import org.apache.avro.generic.GenericDatumWriter;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;

/** Avro's generic reader and writer with no logical type known to them: what there is in any language. */
final class PlainAvro {

    private PlainAvro() {}

    /** The record in these bytes, which must be all of them. */
    static Object read(Schema schema, byte[] bytes, int start) {
        try {
            BinaryDecoder in = DecoderFactory.get().binaryDecoder(bytes, start, bytes.length - start, null);
            Object record = new GenericDatumReader<>(schema).read(null, in);
            if (!in.isEnd()) {
                throw new IllegalStateException("Bytes after the end");
            }
            return record;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The record's bytes behind this header. */
    static byte[] write(Schema schema, Object record, byte[] header) {
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bytes.write(header);
            BinaryEncoder out = EncoderFactory.get().blockingBinaryEncoder(bytes, null);
            new GenericDatumWriter<>(schema).write(record, out);
            out.flush();
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
