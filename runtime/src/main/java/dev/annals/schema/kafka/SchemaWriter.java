package dev.annals.schema.kafka;

import dev.annals.schema.SchemaRegistryException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** Writes schemas to the topic; a service whose schemas are all there already connects to nothing for that. */
final class SchemaWriter implements AutoCloseable {

    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Map<String, Object> config;
    private final String topic;
    private @Nullable Producer<byte[], byte[]> producer;

    SchemaWriter(Map<String, Object> config, String topic) {
        this.config = config;
        this.topic = topic;
    }

    /**
     * Writes schemas, and returns when all of them are in the topic for good.
     *
     * @throws SchemaRegistryException when that fails
     */
    synchronized void write(Map<Long, String> schemas) {
        try {
            Producer<byte[], byte[]> open = open();
            List<Future<RecordMetadata>> results = schemas.entrySet().stream()
                    .map(schema -> open.send(new ProducerRecord<>(
                            topic, 0, SchemaRecord.key(schema.getKey()), SchemaRecord.value(schema.getValue()))))
                    .toList();
            open.flush();
            for (Future<RecordMetadata> result : results) {
                result.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed(e);
        } catch (ExecutionException e) {
            throw failed(Objects.requireNonNullElse(e.getCause(), e));
        } catch (KafkaException e) {
            throw failed(e);
        }
    }

    @Override
    public synchronized void close() {
        if (producer != null) {
            producer.close(CLOSE);
        }
    }

    private Producer<byte[], byte[]> open() {
        Producer<byte[], byte[]> open = producer;
        if (open == null) {
            open = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
            producer = open;
        }
        return open;
    }

    private SchemaRegistryException failed(Throwable cause) {
        return new SchemaRegistryException(
                "Schemas could not be written to topic %s: %s".formatted(topic, cause.getMessage()), cause);
    }
}
