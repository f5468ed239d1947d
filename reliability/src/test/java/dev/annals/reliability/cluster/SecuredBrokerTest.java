package dev.annals.reliability.cluster;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A broker that lets in only those who say who they are: each client of a service has to, as {@code kafka.*} has it. */
class SecuredBrokerTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String LOGIN =
            "org.apache.kafka.common.security.plain.PlainLoginModule required username=\"bank\" password=\"%s\"";

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(2)).build();

    @TempDir
    Path directory;

    @Test
    void everyClientSaysWhoItIs() throws Exception {
        try (Brokers brokers = startBroker();
                Instance bank = bank(brokers, "right", "secret")) {
            awaitReady(bank);

            HttpResponse<String> deposited = http.send(
                    HttpRequest.newBuilder(bank.address().resolve("/accounts/commands"))
                            .header("content-type", "application/json")
                            .POST(BodyPublishers.ofString("{\"_type\":\"Deposit\",\"account\":\"alice\",\"amount\":1}"))
                            .build(),
                    BodyHandlers.ofString());

            assertThat(deposited.statusCode()).as(deposited.body()).isEqualTo(200);
            assertThat(get(bank, "/accounts/one/alice")).contains("\"balance\":1");
            assertThat(get(bank, "/accounts/dead-letters")).isEqualTo("[]");
        }
    }

    @Test
    void wrongPasswordEndsTheStart() throws Exception {
        try (Brokers brokers = startBroker();
                Instance bank = bank(brokers, "wrong", "guessed")) {
            await().atMost(PATIENCE).until(() -> !bank.isAlive());

            assertThat(bank.isAlive()).isFalse();
            assertThat(Files.readString(directory.resolve("wrong/bank.log"), UTF_8))
                    .contains("Authentication failed")
                    .doesNotContain("guessed");
        }
    }

    private Brokers startBroker() throws Exception {
        Map<String, String> properties = Map.of(
                "listener.security.protocol.map",
                "CLIENT:SASL_PLAINTEXT,CONTROLLER:PLAINTEXT",
                "sasl.enabled.mechanisms",
                "PLAIN",
                "sasl.mechanism.inter.broker.protocol",
                "PLAIN",
                "listener.name.client.plain.sasl.jaas.config",
                LOGIN.formatted("secret") + " user_bank=\"secret\";");
        return Brokers.start(
                1,
                directory,
                properties,
                Map.of(
                        "security.protocol",
                        "SASL_PLAINTEXT",
                        "sasl.mechanism",
                        "PLAIN",
                        "sasl.jaas.config",
                        LOGIN.formatted("secret") + ";"));
    }

    private Instance bank(Brokers brokers, String name, String password) {
        return new Instance(
                directory.resolve(name),
                "bank.Main",
                brokers.bootstrapServers(),
                Map.of(
                        "KAFKA_SECURITY_PROTOCOL",
                        "SASL_PLAINTEXT",
                        "KAFKA_SASL_MECHANISM",
                        "PLAIN",
                        "KAFKA_SASL_JAAS_CONFIG",
                        LOGIN.formatted(password) + ";"));
    }

    private void awaitReady(Instance bank) {
        await("the bank starts")
                .atMost(PATIENCE)
                // Until it listens.
                .ignoreExceptionsMatching(IOException.class::isInstance)
                .failFast("the bank has ended", () -> !bank.isAlive())
                .until(() -> response(bank, "/health/ready").statusCode() == 200);
    }

    private String get(Instance bank, String path) throws IOException, InterruptedException {
        return response(bank, path).body();
    }

    private HttpResponse<String> response(Instance bank, String path) throws IOException, InterruptedException {
        return http.send(HttpRequest.newBuilder(bank.address().resolve(path)).build(), BodyHandlers.ofString());
    }
}
