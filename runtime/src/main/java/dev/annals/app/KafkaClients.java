package dev.annals.app;

import dev.annals.transaction.CommitNotifyingClientSupplier;
import org.apache.kafka.clients.producer.Producer;

/**
 * What a service that runs with Kafka speaks to it with.
 *
 * @param settings of clients
 * @param clusterId of the cluster that its topics are in
 * @param streams makes the clients of Kafka Streams
 * @param producer writes commands and dead letters
 */
record KafkaClients(
        KafkaSettings settings,
        String clusterId,
        CommitNotifyingClientSupplier streams,
        Producer<byte[], byte[]> producer) {}
