package dev.annals.reliability.fault;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.annals.reliability.load.History;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes records that are no commands to the commands topic. */
final class Poison implements AutoCloseable {

    private static final String TOPIC = "bank.accounts.commands";

    private final Producer<byte[], byte[]> producer;
    private final History history;

    Poison(String bootstrapServers, History history) {
        this.history = history;
        this.producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    /** One of each kind, for an account. */
    void write(String account) {
        byte[] key = account.getBytes(UTF_8);
        write(key, "not a message".getBytes(UTF_8));
        write(key, null);
        write(null, "neither message nor key".getBytes(UTF_8));
        write(key, new byte[] {(byte) 0xC3, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    }

    private void write(byte @Nullable [] key, byte @Nullable [] value) {
        String id = "poison-" + UUID.randomUUID();
        ProducerRecord<byte[], byte[]> record = new ProducerRecord<>(TOPIC, key, value);
        record.headers().add("ce_id", id.getBytes(UTF_8));
        Future<?> unused = producer.send(record, (metadata, error) -> {
            if (error == null) {
                history.poisoned(id);
            }
        });
        producer.flush();
    }

    @Override
    public void close() {
        producer.close();
    }
}
