package dev.annals.benchmarks.serde;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificDatumWriter;
import org.jspecify.annotations.Nullable;

/** Avro's generated classes; stream, encoder and decoder are used again. Without a header, which only helps it. */
final class SpecificDatumContender implements Contender {

    private final SpecificDatumWriter<Object> writer;
    private final SpecificDatumReader<Object> reader;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final BinaryEncoder encoder = EncoderFactory.get().binaryEncoder(out, null);
    private @Nullable BinaryDecoder decoder;

    SpecificDatumContender(Schema schema) {
        this(schema, schema);
    }

    SpecificDatumContender(Schema written, Schema read) {
        SpecificData model = SpecificData.getForSchema(read);
        writer = new SpecificDatumWriter<>(written, model);
        reader = new SpecificDatumReader<>(written, read, model);
    }

    @Override
    public byte[] encode(Object event) throws IOException {
        out.reset();
        writer.write(event, encoder);
        encoder.flush();
        return out.toByteArray();
    }

    @Override
    public Object decode(byte[] bytes) throws IOException {
        decoder = DecoderFactory.get().binaryDecoder(bytes, decoder);
        return reader.read(null, decoder);
    }
}
