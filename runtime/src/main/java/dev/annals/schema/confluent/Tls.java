package dev.annals.schema.confluent;

import dev.annals.schema.SchemaRegistryException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Whom we trust and what we show, from key stores. */
final class Tls {

    private Tls() {}

    /**
     * A context with these stores, and the JDK's own where there is none.
     *
     * @throws SchemaRegistryException when one cannot be read; the message names the settings
     */
    static SSLContext context(ConfluentSettings settings) {
        try {
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(
                    settings.keyStore().map(Tls::keyManagers).orElse(null),
                    settings.trustStore().map(Tls::trustManagers).orElse(null),
                    null);
            return context;
        } catch (GeneralSecurityException e) {
            throw new SchemaRegistryException("TLS is not to be had: " + e.getMessage(), e);
        }
    }

    private static KeyManager @Nullable [] keyManagers(KeyFile file) {
        try {
            KeyManagerFactory factory = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
            factory.init(load(file), file.password().toCharArray());
            return factory.getKeyManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable("keystore", e, file);
        }
    }

    private static TrustManager @Nullable [] trustManagers(KeyFile file) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(load(file));
            return factory.getTrustManagers();
        } catch (GeneralSecurityException | IOException e) {
            throw unreadable("truststore", e, file);
        }
    }

    private static KeyStore load(KeyFile file) throws GeneralSecurityException, IOException {
        return KeyStore.getInstance(file.path().toFile(), file.password().toCharArray());
    }

    private static SchemaRegistryException unreadable(String name, Exception e, KeyFile file) {
        return new SchemaRegistryException(
                "The key store %s cannot be read: %s. Look at schemas.%s.path and schemas.%s.password"
                        .formatted(file.path(), e.getMessage(), name, name),
                e);
    }
}
