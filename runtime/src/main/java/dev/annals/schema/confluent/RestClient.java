package dev.annals.schema.confluent;

import dev.annals.schema.SchemaRegistryException;
import dev.annals.tls.TlsContexts;
import dev.annals.tls.UnreadableKeyStoreException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Requests to the registry, repeated for a while where it is out of reach or has trouble of its own. */
final class RestClient {

    private static final Logger LOG = LoggerFactory.getLogger(RestClient.class);

    private static final String MEDIA_TYPE = "application/vnd.schemaregistry.v1+json";
    private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(5);
    private static final Duration REQUEST_TIMEOUT = Duration.ofSeconds(10);
    private static final int ATTEMPTS = 5;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final int SERVER_ERROR = 500;
    private static final int TOO_MANY_REQUESTS = 429;

    private final ConfluentSettings settings;
    private final String base;
    private final HttpClient http;

    RestClient(ConfluentSettings settings) {
        this.settings = settings;
        this.base = settings.url().toString().replaceFirst("/+$", "");
        HttpClient.Builder builder = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(CONNECT_TIMEOUT);
        if (base.startsWith("https:")) {
            builder.sslContext(tls(settings));
        }
        this.http = builder.build();
    }

    HttpResponse<String> get(String path) {
        return send(request(path).GET().build());
    }

    HttpResponse<String> post(String path, String body) {
        return send(request(path)
                .header("Content-Type", MEDIA_TYPE)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    /** Where the registry is, for messages. */
    String url() {
        return base;
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(REQUEST_TIMEOUT)
                .header("Accept", MEDIA_TYPE + ", application/json");
        settings.credentials().authorization().ifPresent(value -> request.header("Authorization", value));
        return request;
    }

    private HttpResponse<String> send(HttpRequest request) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            boolean last = attempt == ATTEMPTS;
            try {
                HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
                if (last || !isTrouble(response.statusCode())) {
                    return response;
                }
                LOG.info("The schema registry at {} has trouble: status {}", base, response.statusCode());
            } catch (SSLException e) {
                throw untrusted(e);
            } catch (IOException e) {
                if (last) {
                    throw unreachable(e);
                }
                LOG.info("The schema registry at {} does not answer: {}", base, e.toString());
            } catch (InterruptedException e) {
                throw interrupted(e);
            }
            sleep(pause);
            pause = pause.multipliedBy(2);
        }
    }

    private static boolean isTrouble(int status) {
        return status >= SERVER_ERROR || status == TOO_MANY_REQUESTS;
    }

    private void sleep(Duration pause) {
        try {
            TimeUnit.NANOSECONDS.sleep(pause.toNanos());
        } catch (InterruptedException e) {
            throw interrupted(e);
        }
    }

    private SchemaRegistryException unreachable(IOException e) {
        return new SchemaRegistryException(
                "The schema registry at %s does not answer (%s). Does it run, and is schemas.url (SCHEMAS_URL) right?"
                        .formatted(base, e),
                e);
    }

    private SchemaRegistryException untrusted(SSLException e) {
        return new SchemaRegistryException(
                ("There is no TLS connection to the schema registry at %s: %s. Its certificate must be trusted by the"
                                + " JDK or by schemas.truststore.path (SCHEMAS_TRUSTSTORE_PATH); one that it asks for comes"
                                + " from schemas.keystore.path")
                        .formatted(base, e.getMessage()),
                e);
    }

    private SchemaRegistryException interrupted(InterruptedException e) {
        Thread.currentThread().interrupt();
        return new SchemaRegistryException("Interrupted while waiting for the schema registry at " + base, e);
    }

    private static SSLContext tls(ConfluentSettings settings) {
        try {
            return TlsContexts.of(settings.keyStore(), settings.trustStore(), "schemas");
        } catch (UnreadableKeyStoreException e) {
            throw new SchemaRegistryException(String.valueOf(e.getMessage()), e);
        }
    }
}
