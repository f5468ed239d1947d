package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

/** What the user sets wins over what we think right, but for what the promises rest on. */
class KafkaSettingsTest {

    @Test
    void streamsCommitExactlyOnceAndOften() {
        assertThat(streams(Map.of()))
                .containsEntry("application.id", "bank")
                .containsEntry("bootstrap.servers", "broker:1")
                .containsEntry("processing.guarantee", "exactly_once_v2")
                .containsEntry("commit.interval.ms", 5L)
                .containsEntry("poll.ms", 5L)
                .containsEntry("state.dir", "/state/cluster-1");
        assertThat(producer(Map.of())).containsEntry("linger.ms", "0").containsEntry("max.request.size", "2097152");
        assertThat(consumer(Map.of())).containsEntry("auto.offset.reset", "earliest");
    }

    @Test
    void userOverridesInEitherSpelling() {
        assertThat(streams(Map.of("commit.interval.ms", "50"))).containsEntry("commit.interval.ms", "50");
        assertThat(producer(Map.of("linger.ms", "7"))).containsEntry("linger.ms", "7");
        assertThat(producer(Map.of("producer.linger.ms", "8"))).containsEntry("linger.ms", "8");
        assertThat(producer(Map.of("linger.ms", "7", "producer.linger.ms", "8")))
                .containsEntry("linger.ms", "8");
        assertThat(consumer(Map.of("consumer.auto.offset.reset", "latest")))
                .containsEntry("auto.offset.reset", "latest");
    }

    @Test
    void userDoesNotOverrideWhatTheServiceIsFoundBy() {
        assertThat(streams(Map.of("application.id", "x", "bootstrap.servers", "x:1")))
                .containsEntry("application.id", "bank")
                .containsEntry("bootstrap.servers", "broker:1");
    }

    @Test
    void commandProducerTakesItsOwnSettingsAndLosesNothing() {
        Map<String, Object> config = new KafkaSettings(
                        Map.of(
                                "security.protocol", "SSL",
                                "linger.ms", "1",
                                "producer.linger.ms", "2",
                                "consumer.fetch.min.bytes", "3",
                                "num.stream.threads", "4",
                                "acks", "0",
                                "enable.idempotence", "false"),
                        "broker:1")
                .commandProducer("bank-commands", 10_000);

        assertThat(config)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "client.id", "bank-commands",
                        "bootstrap.servers", "broker:1",
                        "security.protocol", "SSL",
                        "linger.ms", "2",
                        "max.block.ms", "10000",
                        "delivery.timeout.ms", "10000",
                        "request.timeout.ms", "5000",
                        "acks", "all",
                        "enable.idempotence", "true"));
    }

    @Test
    void everyClientTakesTlsAndSasl() {
        Map<String, String> secure = Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "SCRAM-SHA-512",
                "sasl.jaas.config", "ScramLoginModule required;",
                "ssl.truststore.location", "/trust.p12");
        KafkaSettings kafka = new KafkaSettings(secure, "broker:1");
        StreamsConfig streams = config(secure);

        assertThat(List.of(
                        kafka.commandProducer("commands", 1_000),
                        kafka.schemaConsumer("reader"),
                        kafka.schemaProducer("writer"),
                        kafka.committedConsumer("dead-letters"),
                        kafka.admin("admin"),
                        streams.getProducerConfigs("producer"),
                        streams.getMainConsumerConfigs("group", "consumer", 0),
                        streams.getRestoreConsumerConfigs("restore"),
                        streams.getAdminConfigs("admin")))
                .allSatisfy(client -> assertThat(client).containsAllEntriesOf(secure));
        assertThat(kafka.committedConsumer("dead-letters"))
                .containsEntry("isolation.level", "read_committed")
                .doesNotContainKey("group.id");
    }

    @Test
    void adminTakesWhatItKnows() {
        assertThat(new KafkaSettings(
                                Map.of("sasl.mechanism", "PLAIN", "admin.retries", "3", "linger.ms", "1"), "broker:1")
                        .admin("bank-topics"))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "client.id", "bank-topics",
                        "bootstrap.servers", "broker:1",
                        "sasl.mechanism", "PLAIN",
                        "retries", "3"));
    }

    private static Map<String, Object> streams(Map<String, String> user) {
        return new KafkaSettings(user, "broker:1").streams("bank", Path.of("/state"), "cluster-1");
    }

    private static Map<String, Object> producer(Map<String, String> user) {
        return config(user).getProducerConfigs("producer");
    }

    private static Map<String, Object> consumer(Map<String, String> user) {
        return config(user).getMainConsumerConfigs("group", "consumer", 0);
    }

    private static StreamsConfig config(Map<String, String> user) {
        Properties properties = new Properties();
        properties.putAll(streams(user));
        return new StreamsConfig(properties);
    }
}
