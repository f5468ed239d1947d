package dev.annals.aggregate;

import static dev.annals.aggregate.MessageHeaders.bytes;

import dev.annals.serde.MessageSerde;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Writes commands to their topics, and tells the outcome once its transaction has committed in this process. Safe for use
 * by several threads.
 */
public final class CommandGateway {

    private static final Logger LOG = LoggerFactory.getLogger(CommandGateway.class);

    private final Producer<byte[], byte[]> producer;
    private final Duration timeout;

    /**
     * Sends with this producer, which stays its owner's to close.
     *
     * @param timeout how long to wait for an outcome
     */
    public CommandGateway(Producer<byte[], byte[]> producer, Duration timeout) {
        this.producer = producer;
        this.timeout = timeout;
    }

    /**
     * Sends a command. May block while the broker cannot be reached; does not wait for the outcome.
     *
     * @param partition that the command's entity is in
     * @throws RecordTooLargeException when the command is larger than Kafka is asked to take
     * @return the outcome; or a {@link TimeoutException} where none came in time, a {@link
     *     PartitionMovedException} where it will not come here, or a {@link CommandNotSentException} where none will come
     */
    public <C, E> CompletableFuture<CommittedOutcome<E>> send(
            AggregateRuntime<?, C, E, ?> runtime, CommandRequest<C> request, int partition) {
        ProducerRecord<byte[], byte[]> record =
                record(runtime.aggregate(), runtime.serdes().commands(), request);
        RecordLimit.DEFAULT.require(record, "the command");
        CompletableFuture<CommittedOutcome<E>> outcome = runtime.await(request.requestId(), partition);
        CompletableFuture<?> unused = send(record, request.messageId()).whenComplete((confirmed, failure) -> {
            if (failure != null) {
                outcome.completeExceptionally(failure);
            }
        });
        return outcome.orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Sends a command for whose outcome nobody waits.
     *
     * @throws RecordTooLargeException when the command is larger than Kafka is asked to take
     * @return done when Kafka has confirmed it; else as above
     */
    public <C> CompletableFuture<Void> submit(AggregateRuntime<?, C, ?, ?> runtime, CommandRequest<C> request) {
        ProducerRecord<byte[], byte[]> record =
                record(runtime.aggregate(), runtime.serdes().commands(), request);
        RecordLimit.DEFAULT.require(record, "the command");
        return send(record, request.messageId());
    }

    private CompletableFuture<Void> send(ProducerRecord<byte[], byte[]> record, String messageId) {
        CompletableFuture<Void> confirmed = new CompletableFuture<>();
        try {
            Future<?> unused = producer.send(record, (metadata, error) -> {
                if (error == null) {
                    confirmed.complete(null);
                } else {
                    // It may have got there all the same: to its caller that is no other than no outcome in time.
                    LOG.warn("Kafka did not confirm command {}: {}", messageId, error.toString());
                    confirmed.completeExceptionally(new TimeoutException("Kafka did not confirm the command"));
                }
            });
        } catch (RuntimeException e) {
            // A KafkaException, or IllegalStateException from a producer that has been closed.
            confirmed.completeExceptionally(new CommandNotSentException(messageId, e));
        }
        return confirmed;
    }

    private static <K, C> ProducerRecord<byte[], byte[]> record(
            Aggregate<K, C, ?, ?> aggregate, MessageSerde<C> serde, CommandRequest<C> request) {
        C command = request.command();
        K key = aggregate.keyOf(command);
        Headers headers = MessageHeaders.ofCommand(
                request.messageId(),
                serde.typeName(command),
                aggregate.name().source(),
                System.currentTimeMillis(),
                aggregate.keys().toText(key));
        headers.add(MessageHeaders.REQUEST, bytes(request.requestId()));
        addWhereKnown(headers, MessageHeaders.IF_MATCH, request.condition().ifMatch());
        addWhereKnown(headers, MessageHeaders.IF_NONE_MATCH, request.condition().ifNoneMatch());
        addWhereKnown(headers, MessageHeaders.TRACE_PARENT, request.traceParent());
        addWhereKnown(headers, MessageHeaders.AUTH_ID, request.subject());
        return new ProducerRecord<>(
                aggregate.commandsTopic(), null, aggregate.keys().toBytes(key), serde.write(command), headers);
    }

    private static void addWhereKnown(Headers headers, String name, @Nullable String value) {
        if (value != null) {
            headers.add(name, bytes(value));
        }
    }
}
