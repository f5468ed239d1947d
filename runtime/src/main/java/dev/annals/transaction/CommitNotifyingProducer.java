package dev.annals.transaction;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerGroupMetadata;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.metrics.KafkaMetric;

/**
 * The producer of a stream thread, which tells {@link OpenTransactions} how each transaction ended.
 *
 * <p>Without transactions ({@code processing.guarantee=at_least_once}) Kafka Streams flushes before it commits offsets, and
 * a flush stands for the commit.
 */
final class CommitNotifyingProducer implements Producer<byte[], byte[]> {

    private final Producer<byte[], byte[]> producer;
    private final OpenTransactions transactions;
    private boolean transactional;
    private volatile boolean failed;

    CommitNotifyingProducer(Producer<byte[], byte[]> producer, OpenTransactions transactions) {
        this.producer = producer;
        this.transactions = transactions;
    }

    @Override
    public void initTransactions() {
        transactional = true;
        producer.initTransactions();
    }

    @Override
    public void beginTransaction() {
        producer.beginTransaction();
    }

    @Override
    public void sendOffsetsToTransaction(
            Map<TopicPartition, OffsetAndMetadata> offsets, ConsumerGroupMetadata groupMetadata) {
        producer.sendOffsetsToTransaction(offsets, groupMetadata);
    }

    @Override
    public void commitTransaction() {
        try {
            producer.commitTransaction();
        } catch (RuntimeException e) {
            transactions.aborted();
            throw e;
        }
        transactions.committed();
    }

    @Override
    public void abortTransaction() {
        transactions.aborted();
        producer.abortTransaction();
    }

    @Override
    public void flush() {
        producer.flush();
        if (!transactional && !failed) {
            transactions.committed();
        } else if (!transactional) {
            // Kafka Streams learns of the failure right after this, and ends the thread.
            transactions.aborted();
        }
    }

    @Override
    public void close() {
        transactions.aborted();
        producer.close();
    }

    @Override
    public void close(Duration timeout) {
        transactions.aborted();
        producer.close(timeout);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record) {
        return producer.send(record);
    }

    @Override
    public Future<RecordMetadata> send(ProducerRecord<byte[], byte[]> record, Callback callback) {
        Callback tracking = transactions.tracking(record.topic(), callback);
        return producer.send(record, transactional ? tracking : noting(tracking));
    }

    @Override
    public List<PartitionInfo> partitionsFor(String topic) {
        return producer.partitionsFor(topic);
    }

    @Override
    public Map<MetricName, ? extends Metric> metrics() {
        return producer.metrics();
    }

    @Override
    public Uuid clientInstanceId(Duration timeout) {
        return producer.clientInstanceId(timeout);
    }

    @Override
    public void registerMetricForSubscription(KafkaMetric metric) {
        producer.registerMetricForSubscription(metric);
    }

    @Override
    public void unregisterMetricFromSubscription(KafkaMetric metric) {
        producer.unregisterMetricFromSubscription(metric);
    }

    /** A flush returns even where records were not sent. */
    private Callback noting(Callback callback) {
        return (metadata, error) -> {
            if (error != null) {
                failed = true;
            }
            callback.onCompletion(metadata, error);
        };
    }
}
