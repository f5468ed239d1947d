package dev.annals.app;

import dev.annals.schema.confluent.ConfluentSettings;
import dev.annals.schema.confluent.Credentials;
import dev.annals.tls.KeyFile;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the settings that start with {@code schemas.}, and refuses those that do not go together. */
final class SchemaSettingsReader {

    private static final String REGISTRY = "schemas.registry";
    private static final String TOPIC = "schemas.topic";
    private static final String LOOKUP_TIMEOUT = "schemas.lookup.timeout.ms";
    private static final String URL = "schemas.url";
    private static final String USER = "schemas.user";
    private static final String PASSWORD = "schemas.password";
    private static final String TOKEN = "schemas.token";
    private static final String TRUST_STORE = "schemas.truststore";
    private static final String KEY_STORE = "schemas.keystore";
    private static final String PATH = ".path";
    private static final String STORE_PASSWORD = ".password";

    private static final List<String> FOR_KAFKA = List.of(TOPIC, LOOKUP_TIMEOUT);
    private static final List<String> FOR_CONFLUENT = List.of(
            URL,
            USER,
            PASSWORD,
            TOKEN,
            TRUST_STORE + PATH,
            TRUST_STORE + STORE_PASSWORD,
            KEY_STORE + PATH,
            KEY_STORE + STORE_PASSWORD);

    private static final Pattern TOPIC_NAME = Pattern.compile("[a-zA-Z0-9._-]{1,249}");

    private final SettingsReader settings;

    SchemaSettingsReader(SettingsReader settings) {
        this.settings = settings;
    }

    SchemaSettings read() {
        String registry = settings.text(REGISTRY, "kafka").trim();
        return switch (registry) {
            case "kafka" -> {
                refuse(FOR_CONFLUENT, "confluent", registry);
                yield inKafka();
            }
            case "confluent" -> {
                refuse(FOR_KAFKA, "kafka", registry);
                yield new SchemaSettings.Confluent(confluent());
            }
            case "memory" -> {
                refuse(FOR_KAFKA, "kafka", registry);
                refuse(FOR_CONFLUENT, "confluent", registry);
                yield new SchemaSettings.InMemory();
            }
            default -> throw settings.wrong(REGISTRY, registry, "kafka, confluent or memory");
        };
    }

    private SchemaSettings inKafka() {
        String topic = settings.text(TOPIC, "schemas-v1").trim();
        if (!TOPIC_NAME.matcher(topic).matches()) {
            throw settings.wrong(TOPIC, topic, "a topic's name: letters, digits, '.', '_' and '-'");
        }
        long timeout = settings.wholeNumber(LOOKUP_TIMEOUT, 1_000, 0, Integer.MAX_VALUE);
        return new SchemaSettings.InKafka(topic, Duration.ofMillis(timeout));
    }

    private ConfluentSettings confluent() {
        URI url = url();
        Optional<KeyFile> trustStore = new KeyFileReader(settings).read(TRUST_STORE);
        Optional<KeyFile> keyStore = new KeyFileReader(settings).read(KEY_STORE);
        if (!url.getScheme().equals("https") && (trustStore.isPresent() || keyStore.isPresent())) {
            throw wrong(
                    "%s and %s are for https, and %s is %s".formatted(TRUST_STORE + PATH, KEY_STORE + PATH, URL, url));
        }
        return new ConfluentSettings(url, credentials(), trustStore, keyStore);
    }

    private URI url() {
        String text = settings.find(URL)
                .orElseThrow(
                        () -> wrong("%s=confluent needs %s (%s): where the registry is, such as http://registry:8081"
                                .formatted(REGISTRY, URL, SettingNames.environmentName(URL))))
                .trim();
        URI url;
        try {
            url = URI.create(text);
        } catch (IllegalArgumentException e) {
            throw settings.wrong(URL, text, "a URL");
        }
        if (url.getUserInfo() != null) {
            // Not quoted: there is a password in it.
            throw wrong("%s must be without user and password: those go to %s and %s".formatted(URL, USER, PASSWORD));
        }
        boolean http = "http".equals(url.getScheme()) || "https".equals(url.getScheme());
        if (!http || url.getHost() == null || url.getQuery() != null || url.getFragment() != null) {
            throw settings.wrong(URL, text, "a URL that starts with http:// or https://, without a query");
        }
        return url;
    }

    private Credentials credentials() {
        Optional<String> user = settings.find(USER);
        Optional<String> password = settings.find(PASSWORD);
        Optional<String> token = settings.find(TOKEN);
        if (user.isPresent() != password.isPresent()) {
            throw wrong("%s and %s go together, and %s is missing"
                    .formatted(USER, PASSWORD, user.isPresent() ? PASSWORD : USER));
        }
        if (user.isPresent() && token.isPresent()) {
            throw wrong("%s and %s exclude each other: which of them does the registry take?".formatted(USER, TOKEN));
        }
        if (token.isPresent()) {
            return new Credentials.Bearer(token.get());
        }
        return user.isPresent() ? new Credentials.Basic(user.get(), password.orElse("")) : new Credentials.None();
    }

    /** Refuses settings of another registry, which would go unheeded. */
    private void refuse(List<String> names, String owner, String registry) {
        for (String name : names) {
            if (settings.find(name).isPresent()) {
                throw wrong("%s (%s) is for %s=%s, and %s is %s: set that, or leave this out"
                        .formatted(name, SettingNames.environmentName(name), REGISTRY, owner, REGISTRY, registry));
            }
        }
    }

    private static StartException wrong(String message) {
        return new StartException(ExitCode.WRONG_SETTING, message);
    }
}
