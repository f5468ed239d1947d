package dev.annals.streams;

import dev.annals.aggregate.DeadLetterHeaders;
import dev.annals.schema.SchemaRegistryException;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;
import org.apache.kafka.streams.errors.StreamsException;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What becomes of a record that a projection, or an extension, cannot read, or whose code throws: it goes to the projection's dead-letter topic,
 * with the reason in its headers, or stops the projection; never is it passed over in silence. What is no fault of the record -
 * a broker, a disk, a schema registry - is for Kafka Streams to end the thread for, which goes on from the last commit.
 */
public final class StreamsErrors
        implements ProcessingExceptionHandler, DeserializationExceptionHandler, ProductionExceptionHandler {

    /** The setting that holds the name of the dead-letter topic. */
    private static final String TOPIC_CONFIG = "annals.streams.dead-letters";

    /** The setting that holds the name of an {@link OnError}. */
    private static final String ON_ERROR_CONFIG = "annals.streams.on-error";

    private static final Logger LOG = LoggerFactory.getLogger(StreamsErrors.class);

    private String topic = "";
    private OnError onError = OnError.STOP;
    private StreamMetrics metrics = StreamMetrics.NONE;

    /**
     * What a Kafka Streams application is configured with.
     *
     * @param deadLettersTopic of the projection
     */
    public static Map<String, Object> settings(String deadLettersTopic, OnError onError) {
        return Map.of(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                StreamsErrors.class,
                StreamsConfig.DESERIALIZATION_EXCEPTION_HANDLER_CLASS_CONFIG,
                StreamsErrors.class,
                StreamsConfig.PRODUCTION_EXCEPTION_HANDLER_CLASS_CONFIG,
                StreamsErrors.class,
                TOPIC_CONFIG,
                deadLettersTopic,
                ON_ERROR_CONFIG,
                onError);
    }

    /** What is done with a record that a projection fails on. */
    public enum OnError {
        DEAD_LETTER,
        STOP
    }

    @Override
    public void configure(Map<String, ?> configs) {
        topic = String.valueOf(configs.get(TOPIC_CONFIG));
        metrics = StreamMetrics.of(configs);
        onError = OnError.valueOf(String.valueOf(configs.get(ON_ERROR_CONFIG)));
    }

    @Override
    public ProcessingExceptionHandler.Response handleError(
            ErrorHandlerContext context, Record<?, ?> message, Exception exception) {
        if (isOurs(context, exception)) {
            return ProcessingExceptionHandler.Response.fail();
        }
        return ProcessingExceptionHandler.Response.resume(
                List.of(letter(context, "process", context.sourceRawKey(), context.sourceRawValue(), exception)));
    }

    @Override
    public DeserializationExceptionHandler.Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (isOurs(context, exception)) {
            return DeserializationExceptionHandler.Response.fail();
        }
        return DeserializationExceptionHandler.Response.resume(
                List.of(letter(context, "read", record.key(), record.value(), exception)));
    }

    /** Of what was sent already: its transaction cannot be committed any more, with or without a dead letter. */
    @Override
    public ProductionExceptionHandler.Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        return ProductionExceptionHandler.Response.fail();
    }

    @Override
    @SuppressWarnings("rawtypes") // As Kafka Streams has it.
    public ProductionExceptionHandler.Response handleSerializationError(
            ErrorHandlerContext context,
            ProducerRecord record,
            Exception exception,
            SerializationExceptionOrigin origin) {
        if (isOurs(context, new SerializationException(exception.toString(), exception))) {
            return ProductionExceptionHandler.Response.fail();
        }
        return ProductionExceptionHandler.Response.resume(
                List.of(letter(context, "write", context.sourceRawKey(), context.sourceRawValue(), exception)));
    }

    /**
     * Whether it is no fault of the record's.
     *
     * @throws StreamsStoppedException where it is, and stops the projection
     */
    private boolean isOurs(ErrorHandlerContext context, Exception exception) {
        boolean ours = (exception instanceof KafkaException
                        && !(exception instanceof SerializationException)
                        && !isOfUserCode(exception))
                || Causes.has(exception, SchemaRegistryException.class);
        if (ours) {
            return true;
        }
        String place = context.topic() == null
                ? context.processorNodeId() + " failed when it was time"
                : "%s failed on the record at offset %d of %s-%d"
                        .formatted(context.processorNodeId(), context.offset(), context.topic(), context.partition());
        if (onError == OnError.STOP) {
            throw new StreamsStoppedException(
                    "%s: %s. Mend it and start again, or set projections.on.error=dead-letter"
                            .formatted(place, exception.getMessage()),
                    exception);
        }
        LOG.error("{}, which is a dead letter in {}", place, topic, exception);
        return false;
    }

    /** Kafka Streams wraps this one before it asks, and then asks on behalf of the processor before. */
    private static boolean isOfUserCode(Exception exception) {
        return exception instanceof StreamsException && exception.getCause() instanceof ClassCastException;
    }

    private ProducerRecord<byte[], byte[]> letter(
            ErrorHandlerContext context, String stage, byte[] key, byte[] value, Exception exception) {
        metrics.countDeadLetter(stage);
        Headers headers = DeadLetterHeaders.of(
                context.headers(), context.topic(), context.partition(), context.offset(), stage, exception);
        return DeadLetterHeaders.writable(new ProducerRecord<>(topic, null, context.timestamp(), key, value, headers));
    }
}
