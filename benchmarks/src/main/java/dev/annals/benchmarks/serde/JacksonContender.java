package dev.annals.benchmarks.serde;

import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;

/** JSON by Jackson, straight from and into the records. */
final class JacksonContender implements Contender {

    private final ObjectWriter writer;
    private final ObjectReader reader;

    JacksonContender(Class<?> type) {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new Jdk8Module())
                .build();
        writer = mapper.writerFor(type);
        reader = mapper.readerFor(type);
    }

    @Override
    public byte[] encode(Object event) throws IOException {
        return writer.writeValueAsBytes(event);
    }

    @Override
    public Object decode(byte[] bytes) throws IOException {
        return reader.readValue(bytes);
    }
}
