package dev.annals.benchmarks.byhand;

import dev.annals.benchmarks.Subject;
import io.undertow.Undertow;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** The parts of the hand-written bank, started and stopped. */
public final class HandWrittenBank implements Subject {

    static final String COMMANDS = "by-hand.commands";
    static final String EVENTS = "by-hand.events";
    static final String REPLIES = "by-hand.replies";

    private static final int PARTITIONS = 6;

    private final KafkaStreams streams;
    private final Producer<String, byte[]> producer;
    private final ReplyListener replies;
    private final Undertow server;

    private HandWrittenBank(
            KafkaStreams streams, Producer<String, byte[]> producer, ReplyListener replies, Undertow server) {
        this.streams = streams;
        this.producer = producer;
        this.replies = replies;
        this.server = server;
    }

    public static Subject start(String bootstrapServers, Path directory) {
        createTopics(bootstrapServers);
        KafkaStreams streams = startStreams(bootstrapServers, directory);
        Producer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers),
                new StringSerializer(),
                new ByteArraySerializer());
        ReplyListener replies = ReplyListener.start(bootstrapServers);
        Undertow server = Undertow.builder()
                .addHttpListener(0, "127.0.0.1")
                .setHandler(new CommandHandler(producer, replies))
                .build();
        server.start();
        return new HandWrittenBank(streams, producer, replies, server);
    }

    @Override
    public URI commands() {
        InetSocketAddress address =
                (InetSocketAddress) server.getListenerInfo().get(0).getAddress();
        return URI.create("http://127.0.0.1:" + address.getPort() + "/accounts/commands");
    }

    @Override
    public void close() {
        server.stop();
        producer.close();
        replies.close();
        streams.close();
    }

    private static void createTopics(String bootstrapServers) {
        try (Admin admin = Admin.create(Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers))) {
            admin.createTopics(List.of(
                            new NewTopic(COMMANDS, PARTITIONS, (short) 1),
                            new NewTopic(EVENTS, PARTITIONS, (short) 1),
                            new NewTopic(REPLIES, PARTITIONS, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
    }

    private static KafkaStreams startStreams(String bootstrapServers, Path directory) {
        Properties config = new Properties();
        config.put(StreamsConfig.APPLICATION_ID_CONFIG, "by-hand");
        config.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers);
        config.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        config.put(StreamsConfig.STATE_DIR_CONFIG, directory.toString());
        CountDownLatch running = new CountDownLatch(1);
        KafkaStreams streams = new KafkaStreams(AccountTopology.build(), config);
        streams.setStateListener((current, previous) -> {
            if (current == KafkaStreams.State.RUNNING) {
                running.countDown();
            }
        });
        streams.start();
        try {
            running.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return streams;
    }
}
