package dev.annals.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.annals.schema.confluent.ConfluentSettings;
import dev.annals.schema.confluent.Credentials;
import dev.annals.tls.KeyFile;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The settings that start with {@code schemas.}, and those of them that do not go together. */
class SchemaSettingsTest {

    @Test
    void confluent(@TempDir Path directory) throws IOException {
        Path trust = Files.createFile(directory.resolve("trust.p12"));
        SchemaSettings found = read(Map.of(
                "schemas.registry", "confluent",
                "schemas.url", "https://registry:8081/apis/ccompat/v7",
                "schemas.user", "bank",
                "schemas.password", "geheim",
                "schemas.truststore.path", trust.toString(),
                "schemas.truststore.password", "geheim"));

        assertThat(found)
                .isEqualTo(new SchemaSettings.Confluent(new ConfluentSettings(
                        URI.create("https://registry:8081/apis/ccompat/v7"),
                        new Credentials.Basic("bank", "geheim"),
                        Optional.of(new KeyFile(trust, "geheim")),
                        Optional.empty())));
        assertThat(found.toString()).doesNotContain("geheim");
    }

    @Test
    void token() {
        SchemaSettings found = read(Map.of(
                "schemas.registry", "confluent", "schemas.url", "http://registry:8081", "schemas.token", "geheim"));

        assertThat(found)
                .isEqualTo(new SchemaSettings.Confluent(new ConfluentSettings(
                        URI.create("http://registry:8081"),
                        new Credentials.Bearer("geheim"),
                        Optional.empty(),
                        Optional.empty())));
        assertThat(found.toString()).doesNotContain("geheim");
    }

    @Test
    void memory() {
        assertThat(read(Map.of("schemas.registry", "memory"))).isEqualTo(new SchemaSettings.InMemory());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "registry=zookeeper                                       | schemas.registry must be kafka, confluent or memory, and is \"zookeeper\"",
                "topic=a b                                                | schemas.topic must be a topic's name",
                "lookup.timeout.ms=-1                                     | schemas.lookup.timeout.ms must be from 0",
                "url=http://r:1                                           | schemas.url (SCHEMAS_URL) is for schemas.registry=confluent, and schemas.registry is kafka",
                "registry=memory,password=p                               | schemas.password (SCHEMAS_PASSWORD) is for schemas.registry=confluent",
                "registry=memory,topic=t                                  | schemas.topic (SCHEMAS_TOPIC) is for schemas.registry=kafka, and schemas.registry is memory",
                "registry=confluent                                       | schemas.registry=confluent needs schemas.url (SCHEMAS_URL)",
                "registry=confluent,url=http://r:1,topic=t                | schemas.topic (SCHEMAS_TOPIC) is for schemas.registry=kafka",
                "registry=confluent,url=ftp://r                           | schemas.url must be a URL that starts with http:// or https://",
                "registry=confluent,url=r:8081                            | schemas.url must be a URL that starts with",
                "registry=confluent,url=http://u:geheim@r:1               | schemas.url must be without user and password",
                "registry=confluent,url=http://r:1,user=u                 | schemas.user and schemas.password go together, and schemas.password is missing",
                "registry=confluent,url=http://r:1,password=geheim        | schemas.user is missing",
                "registry=confluent,url=http://r:1,user=u,password=geheim,token=t | schemas.user and schemas.token exclude each other",
                "registry=confluent,url=https://r:1,truststore.path=/nowhere/x    | schemas.truststore.path must be a file that exists, and is \"/nowhere/x\"",
                "registry=confluent,url=https://r:1,keystore.password=geheim      | schemas.keystore.password needs schemas.keystore.path"
            })
    void whatDoesNotGoTogetherIsRefused(String settings, String message) {
        Map<String, String> values = new HashMap<>();
        for (String setting : settings.split(",", -1)) {
            String[] pair = setting.trim().split("=", 2);
            values.put("schemas." + pair[0], pair[1]);
        }

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> read(values))
                .withMessageContaining(message)
                .satisfies(e -> {
                    assertThat(e.exitCode()).isEqualTo(ExitCode.WRONG_SETTING);
                    assertThat(e.getMessage()).doesNotContain("geheim");
                });
    }

    @Test
    void keyStoresAreForHttps(@TempDir Path directory) throws IOException {
        String store = Files.createFile(directory.resolve("trust.p12")).toString();

        assertThatExceptionOfType(StartException.class)
                .isThrownBy(() -> read(Map.of(
                        "schemas.registry", "confluent",
                        "schemas.url", "http://r:1",
                        "schemas.truststore.path", store)))
                .withMessageContaining("are for https, and schemas.url is http://r:1");
    }

    private static SchemaSettings read(Map<String, String> values) {
        return SettingsReader.of(values).schemas();
    }
}
