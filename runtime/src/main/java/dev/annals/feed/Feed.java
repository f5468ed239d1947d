package dev.annals.feed;

import dev.annals.json.Json;
import dev.annals.schema.SchemaRegistryException;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One reader's feed: polls a consumer, and writes what comes. While the reader takes nothing, nothing is polled. All but {@link
 * #stop} is for one thread.
 */
public final class Feed<K> implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);

    /** The type of what is shown of a record that cannot be read. */
    private static final String UNREADABLE = "unreadable";

    /** What is kept back is whole as soon as it is known that there is no more of it. */
    private static final Duration A_MOMENT = Duration.ofMillis(20);

    private final FeedSource<K> source;
    private final Optional<byte[]> key;
    private final Consumer<byte[], byte[]> consumer;
    private final FeedPosition position;
    private final Duration heartbeat;
    private final CommandGroups groups = new CommandGroups();
    private volatile boolean stopped;
    private long written = System.nanoTime();

    /**
     * A feed from a position that the consumer has been taken to.
     *
     * @param consumer of committed records, which is closed with the feed
     * @param heartbeat how long it may be silent
     */
    Feed(FeedRequest<K> request, Consumer<byte[], byte[]> consumer, FeedPosition position, Duration heartbeat) {
        this.source = request.source();
        this.key = request.key().map(source.keys()::toBytes);
        this.consumer = consumer;
        this.position = position;
        this.heartbeat = heartbeat;
    }

    /**
     * Feeds the output until it is stopped.
     *
     * @throws IOException when the reader is gone
     * @throws RuntimeException when Kafka or the schema registry fail
     */
    public void run(FeedOutput out) throws IOException {
        // A reader that loses its connection before the first event goes on from here.
        alive(out);
        try {
            while (!stopped) {
                step(out);
            }
        } catch (WakeupException e) {
            LOG.debug("A feed of {} is told to stop", source.topic());
        }
    }

    /** Has it end soon; for any thread. */
    public void stop() {
        stopped = true;
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }

    private void step(FeedOutput out) throws IOException {
        ConsumerRecords<byte[], byte[]> records = consumer.poll(groups.held().isEmpty() ? untilHeartbeat() : A_MOMENT);
        Set<TopicPartition> partitions = new LinkedHashSet<>(records.partitions());
        partitions.addAll(groups.held());
        boolean any = false;
        for (TopicPartition partition : partitions) {
            boolean all = consumer.currentLag(partition).orElse(1) == 0;
            for (ConsumerRecord<byte[], byte[]> record : groups.add(partition, records.records(partition), all)) {
                position.advance(partition, record.offset() + 1);
                if (isAskedFor(record)) {
                    out.event(event(record), position.id());
                    any = true;
                }
            }
        }
        if (any) {
            out.flush();
            written = System.nanoTime();
        } else if (untilHeartbeat().isZero()) {
            alive(out);
        }
    }

    private void alive(FeedOutput out) throws IOException {
        out.alive(position.id());
        out.flush();
        written = System.nanoTime();
    }

    private Duration untilHeartbeat() {
        Duration left = heartbeat.minusNanos(System.nanoTime() - written);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private boolean isAskedFor(ConsumerRecord<byte[], byte[]> record) {
        return key.isEmpty() || Arrays.equals(key.get(), record.key());
    }

    private FeedEvent event(ConsumerRecord<byte[], byte[]> record) {
        try {
            return source.writer().write(record);
        } catch (SchemaRegistryException e) {
            throw e;
        } catch (RuntimeException e) {
            LOG.warn("Record {}-{}@{} cannot be read", record.topic(), record.partition(), record.offset(), e);
            return unreadable(record, e);
        }
    }

    private static FeedEvent unreadable(ConsumerRecord<byte[], byte[]> record, RuntimeException e) {
        return new FeedEvent(UNREADABLE, Json.write(out -> {
            out.writeStartObject();
            out.writeNumberField("_partition", record.partition());
            out.writeNumberField("_offset", record.offset());
            out.writeStringField("_reason", String.valueOf(e.getMessage()));
            out.writeEndObject();
        }));
    }
}
