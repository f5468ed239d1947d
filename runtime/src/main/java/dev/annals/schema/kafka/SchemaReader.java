package dev.annals.schema.kafka;

import dev.annals.schema.SchemaRegistryException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.CloseOptions;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the topic into the cache: to its end at start, then on a thread of its own as long as the registry lives. */
final class SchemaReader implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SchemaReader.class);

    private static final Duration LOOK = Duration.ofSeconds(2);
    private static final Duration POLL = Duration.ofSeconds(1);
    private static final Duration WITHOUT_PROGRESS = Duration.ofMinutes(1);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(1);
    private static final Duration CLOSE = Duration.ofSeconds(1);

    private final Consumer<byte[], byte[]> consumer;
    private final TopicPartition partition;
    private final SchemaCache cache;
    private final CountDownLatch closed = new CountDownLatch(1);
    private final Thread thread;

    /** A reader that has read nothing yet; the consumer is its own from now on. */
    SchemaReader(Consumer<byte[], byte[]> consumer, String topic, SchemaCache cache) {
        this.consumer = consumer;
        this.partition = new TopicPartition(topic, 0);
        this.cache = cache;
        this.thread = new Thread(this::readOn, "annals-schemas");
        thread.setDaemon(true);
    }

    /**
     * Reads what the topic holds by now, then goes on by itself.
     *
     * @throws SchemaRegistryException when that cannot be read
     */
    void start() {
        try {
            readToEnd();
        } catch (KafkaException e) {
            throw new SchemaRegistryException(
                    "The schemas in topic %s cannot be read: %s".formatted(partition.topic(), e.getMessage()), e);
        }
        thread.start();
    }

    /** Ends the thread, which does not last longer than a request to a broker that is gone. */
    @Override
    public void close() {
        closed.countDown();
        cache.end();
        if (!thread.isAlive()) {
            closeConsumer();
            return;
        }
        consumer.wakeup();
        try {
            thread.join(WITHOUT_PROGRESS.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Looks whether what is in the topic at this time has been read, and tells the cache. */
    void look(long time) {
        if (cache.want(time)) {
            consumer.wakeup();
        }
    }

    private void readToEnd() {
        consumer.assign(List.of(partition));
        consumer.seekToBeginning(List.of(partition));
        long end =
                Objects.requireNonNull(consumer.endOffsets(List.of(partition)).get(partition));
        long deadline = System.nanoTime() + WITHOUT_PROGRESS.toNanos();
        long position = consumer.position(partition);
        while (position < end) {
            poll();
            long now = consumer.position(partition);
            if (now > position) {
                deadline = System.nanoTime() + WITHOUT_PROGRESS.toNanos();
            } else if (System.nanoTime() > deadline) {
                throw new KafkaException("nothing came behind offset %d of %d".formatted(now, end));
            }
            position = now;
        }
    }

    private void readOn() {
        try {
            while (closed.getCount() > 0) {
                pollOrPause();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            closeConsumer();
        }
    }

    private void pollOrPause() throws InterruptedException {
        try {
            if (cache.isWanted()) {
                look();
            } else {
                poll();
            }
        } catch (WakeupException e) {
            LOG.debug("Woken to look, or to close");
        } catch (KafkaException e) {
            LOG.warn("The schemas in topic {} cannot be read at present: {}", partition.topic(), e.getMessage(), e);
            boolean unused = closed.await(PAUSE_AFTER_FAILURE.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void look() {
        long now = System.nanoTime();
        long end = Objects.requireNonNull(
                consumer.endOffsets(List.of(partition), LOOK).get(partition));
        if (consumer.position(partition) >= end) {
            cache.readUntil(now);
        } else {
            poll();
        }
    }

    private void poll() {
        consumer.poll(POLL).forEach(this::take);
    }

    private void take(ConsumerRecord<byte[], byte[]> record) {
        SchemaRecord schema;
        try {
            schema = SchemaRecord.of(record.key(), record.value());
        } catch (IllegalArgumentException e) {
            LOG.warn("The record {}@{} is passed over: {}", partition, record.offset(), e.getMessage());
            return;
        }
        cache.add(schema);
    }

    private void closeConsumer() {
        try {
            consumer.close(CloseOptions.timeout(CLOSE));
        } catch (KafkaException e) {
            LOG.debug("The consumer did not close in order", e);
        }
    }
}
