package dev.annals.benchmarks.serde;

import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.avro.Schema;
import org.apache.avro.message.BinaryMessageDecoder;
import org.apache.avro.message.BinaryMessageEncoder;
import org.apache.avro.specific.SpecificData;

/** Avro's generated classes in Avro's single-object encoding, by Avro's own encoder of messages. */
final class SpecificMessageContender implements Contender {

    private final BinaryMessageEncoder<Object> encoder;
    private final BinaryMessageDecoder<Object> decoder;

    SpecificMessageContender(Schema schema) {
        SpecificData model = SpecificData.getForSchema(schema);
        encoder = new BinaryMessageEncoder<>(model, schema, true);
        decoder = new BinaryMessageDecoder<>(model, schema);
    }

    @Override
    public byte[] encode(Object event) throws IOException {
        ByteBuffer encoded = encoder.encode(event);
        if (encoded.hasArray() && encoded.arrayOffset() == 0 && encoded.remaining() == encoded.array().length) {
            return encoded.array();
        }
        byte[] bytes = new byte[encoded.remaining()];
        encoded.get(bytes);
        return bytes;
    }

    @Override
    public Object decode(byte[] bytes) throws IOException {
        return decoder.decode(bytes);
    }
}
